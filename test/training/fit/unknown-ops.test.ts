import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import type { NodeBackend } from "../../../lib/backend/tensorflow/index.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";

beforeAll(async () => void (await start({ backend: "tensorflow", quiet: true })));

const data = blobs(20);
const kernelName = "Wobble";

/** Runs the op Wobble, of which tfjs has never heard. */
class Wobble extends tf.layers.Layer {
  static className = "Wobble";
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs;
    return tf.engine().runKernel(kernelName, { x } as unknown as tf.NamedTensorMap) as tf.Tensor;
  }
}

const wobbling = (): tf.LayersModel =>
  tf.sequential({
    layers: [
      tf.layers.dense({
        units: 4,
        inputShape: [4],
        kernelInitializer: tf.initializers.heNormal({ seed: 1 }),
      }),
      new Wobble({}),
      tf.layers.dense({
        units: 3,
        activation: "softmax",
        kernelInitializer: tf.initializers.heNormal({ seed: 2 }),
      }),
    ],
  });

/** Computes Wobble by a TensorFlow op of this name. */
function register(op: string): void {
  tf.registerKernel({
    kernelName,
    backendName: "tensorflow",
    kernelFunc: ({ inputs, backend }) =>
      (backend as NodeBackend).executeMultipleOutputs(op, [], [inputs.x as tf.Tensor], 1)[0]!,
  });
}

afterEach(() => {
  if (tf.getKernel(kernelName, "tensorflow")) tf.unregisterKernel(kernelName, "tensorflow");
  if (tf.getGradient(kernelName)) tf.unregisterGradient(kernelName);
});

const ways: Record<string, (model: tf.LayersModel) => Promise<unknown>> = {
  fit: (model) => training.fit(model, data, { epochs: 1 }),
  evaluate: (model) => training.evaluate(model, data),
  predictions: (model) => training.predictions(model, data, { split: "test" }),
};

test.each(Object.entries(ways))(
  "%s names an op that the backend has no kernel for, and how to register one",
  async (_, run) => {
    const before = tf.memory().numTensors;
    const model = wobbling();
    await expect(run(model)).rejects.toThrow(
      /the op Wobble[\s\S]*"tensorflow" has no kernel[\s\S]*registerKernel/,
    );
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  },
);

test("an op that TensorFlow itself lacks is named", async () => {
  register("NoSuchOpAtAll");
  await expect(ways.fit!(wobbling())).rejects.toThrow(
    /TensorFlow's op NoSuchOpAtAll, which this TensorFlow does not have/,
  );
});

test("an op without a gradient is named, and the weights stay as they were", async () => {
  register("Softsign");
  const model = wobbling();
  const before = [...model.getWeights()[0]!.dataSync()];
  await expect(ways.fit!(model)).rejects.toThrow(
    /the op Wobble, which has no gradient[\s\S]*registerGradient/,
  );
  expect([...model.getWeights()[0]!.dataSync()]).toEqual(before);
});

test("an op of one's own that TensorFlow has, with a gradient, trains in compiled calls as op by op", async () => {
  register("Softsign");
  tf.registerGradient({
    kernelName,
    inputsToSave: ["x"],
    gradFunc: (dy, [x]) => ({ x: () => (dy as tf.Tensor).div(x!.abs().add(1).square()) }),
  });
  const run = async (compiled: boolean) => {
    const model = wobbling();
    const history = await training.fit(model, data, { epochs: 4, batchSize: 10, compiled });
    return {
      compiled: history.compiled,
      weights: model.getWeights().map((weight) => [...weight.dataSync()]),
    };
  };
  const [one, other] = [await run(true), await run(false)];
  expect([one.compiled, other.compiled]).toEqual([true, false]);
  for (const [i, weight] of one.weights.entries())
    expect(weight).toBeAllClose(other.weights[i]!, { rtol: 1e-5 });
});
