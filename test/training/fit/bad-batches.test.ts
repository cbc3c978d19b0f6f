import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import type { Dataset } from "../../../lib/core/index.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

beforeAll(async () => void (await start({ backend: "tensorflow", quiet: true })));

const data = blobs(48);
type Batch = { x: Float32Array | Uint8Array; shape: number[] };

/** The same data, of which one batch is spoilt: the fifth of those that are asked for, or another. */
function spoilt(spoil: (batch: Batch) => unknown, nth = 5): Dataset {
  let asked = 0;
  return {
    ...data,
    batch: (rows) => (++asked === nth ? (spoil(data.batch(rows)) as Batch) : data.batch(rows)),
  };
}

const spoilings: [what: string, spoil: (batch: Batch) => unknown, message: RegExp][] = [
  ["another shape", ({ x, shape: [n] }) => ({ x, shape: [4, n] }), /shape \[4, 16\][\s\S]*shape \[16, 4\]/],
  [
    "fewer samples",
    ({ x, shape: [n] }) => ({ x: x.slice(4), shape: [n! - 1, 4] }),
    /60 numbers and shape \[15, 4\]/,
  ],
  ["numbers of 64 bits", ({ x, shape }) => ({ x: Float64Array.from(x), shape }), /as Float64Array/],
  [
    "bytes where floats came before",
    ({ x, shape }) => ({ x: Uint8Array.from(x), shape }),
    /Float32Array and now as Uint8Array[\s\S]*one type/,
  ],
  [
    "NaN",
    ({ x, shape }) => ({ x: x.map((value, i) => (i === 9 ? Number.NaN : value)), shape }),
    /NaN in sample \d+ \("sample \d+"\)/,
  ],
];

describe.each([true, false])("in mid-training (compiled: %s)", (compiled) => {
  const options = { epochs: 3, batchSize: 16, compiled, seed: 1 };

  test.each(spoilings)(
    "a batch of %s ends fit with what came and what was expected, before the weights see it",
    async (_, spoil, message) => {
      const [model, twin] = [smallNetwork(), smallNetwork()];
      const before = tf.memory().numTensors;
      const updates: number[] = [];
      const onStep = ({ step }: training.StepReport): void => void updates.push(step);
      await expect(training.fit(model, spoilt(spoil), { ...options, onStep })).rejects.toThrow(message);
      expect([updates, tf.memory().numTensors]).toEqual([[1, 2], before]); // two batches are for the checks before
      const controller = new AbortController();
      const stop = ({ step }: training.StepReport): void => (step === 2 ? controller.abort() : undefined);
      await training.fit(twin, data, { ...options, signal: controller.signal, onStep: stop });
      expect(weights(model)).toEqual(weights(twin));
      for (const used of [model, twin]) used.dispose();
    },
  );
});

test("an augmentation that returns NaN is named as the one that did", async () => {
  const model = smallNetwork();
  const augment: training.AugmentHook = (batch) => ({
    ...batch,
    x: Float32Array.from(batch.x, () => Number.NaN),
  });
  await expect(training.fit(model, data, { augment })).rejects.toThrow(/^augment returned NaN in sample/);
});

test.each(spoilings)("predictions and evaluate refuse %s in a later batch", async (_, spoil, message) => {
  const model = smallNetwork();
  const ask = { split: "train", batchSize: 16 } as const;
  await expect(training.predictions(model, spoilt(spoil, 3), ask)).rejects.toThrow(message);
  await expect(training.evaluate(model, spoilt(spoil, 3), { batchSize: 16 })).rejects.toThrow(message);
});

const weights = (model: tf.LayersModel): number[][] =>
  model.getWeights().map((weight) => [...weight.dataSync()]);
