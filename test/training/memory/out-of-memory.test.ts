import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { start } from "../../../lib/backend/index.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";

beforeAll(async () => void (await start({ backend: "tensorflow", quiet: true })));
afterEach(() => vi.restoreAllMocks());

/** Asks for 400 TB, which no address space has, as soon as it sees a batch of so many samples so many times. */
class Greedy extends tf.layers.Layer {
  static className = "Greedy";
  seen = 0;

  constructor(
    readonly samples: number,
    readonly times: number,
  ) {
    super({});
  }

  override computeOutputShape(shape: tf.Shape): tf.Shape {
    return shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs;
    if (x.shape[0] !== this.samples || ++this.seen < this.times) return x.clone();

    return tf.fill([1e7, 1e7], 1).sum().add(x);
  }
}

const train = blobs(60);

test.each([
  { compiled: true, samples: 12, times: 1, steps: 3, epochs: 0 }, // the last, smaller batch is another recording
  { compiled: false, samples: 12, times: 3, steps: 11, epochs: 2 },
])(
  "where memory runs out in mid-training, the history so far comes back and no tensor is left (compiled: $compiled)",
  async ({ compiled, samples, times, steps, epochs }) => {
    const said = vi.spyOn(console, "warn").mockImplementation(() => {});
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ units: 4, inputShape: [4] }),
        new Greedy(samples, times),
        tf.layers.dense({ units: 3, activation: "softmax" }),
      ],
    });
    const before = tf.memory().numTensors;
    const history = await training.fit(model, train, { epochs: 30, batchSize: 16, compiled });
    expect(tf.memory().numTensors).toBe(before);
    expect(history).toMatchObject({ stopped: "outOfMemory", steps });
    expect(history.epochs).toHaveLength(epochs);
    expect(history.outOfMemory).toMatch(
      new RegExp(`Memory ran out in update ${steps + 1} of 120;.*activations.*To fix: `, "s"),
    );
    expect(said).toHaveBeenCalledExactlyOnceWith(history.outOfMemory);
    model.dispose();
  },
);

test.each([
  ["for a single sample", 4e6, 32],
  ["for the batch", 1e5, 60],
])("what cannot fit %s is refused before training, with the largest part", async (_, n, batchSize) => {
  vi.spyOn(process, "availableMemory").mockReturnValue(2e8);
  const wide = tf.sequential({
    layers: [
      tf.layers.dense({ units: 4, inputShape: [4] }),
      tf.layers.repeatVector({ n }),
      tf.layers.globalAveragePooling1d({}),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ],
  });
  await expect(training.fit(wide, train, { epochs: 1, batchSize })).rejects.toThrow(
    /training in batches of .* takes about .* MB.*activations.*at most 200 MB/s,
  );
});
