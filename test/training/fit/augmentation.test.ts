import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { augment, augmentDataset, datasetFromArrays, augmentations as ops } from "../../../lib/data/index.js";
import * as training from "../../../lib/training/index.js";

beforeAll(() => tf.setBackend("cpu"));
afterAll(() => tf.disposeVariables());

/** Bright or dark pictures of 4 × 4 bytes. */
const train = datasetFromArrays({
  x: Uint8Array.from({ length: 32 * 48 }, (_, at) => (Math.floor(at / 48) % 2 === 0 ? 60 : 190) + (at % 7)),
  shape: [4, 4, 3],
  labels: Array.from({ length: 32 }, (_, i) => i % 2),
  classes: ["dark", "bright"],
});

function network(): tf.LayersModel {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 1 });
  return tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [4, 4, 3] }),
      tf.layers.dense({ units: 2, activation: "softmax", kernelInitializer }),
    ],
  });
}

async function trainedWeights(hook: training.AugmentHook): Promise<number[]> {
  const model = network();
  await training.fit(model, train, { augment: hook, epochs: 2, batchSize: 8, learningRate: 0.01 });
  const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  model.dispose();
  return weights;
}

test("fit takes what augment returns, and the same seeds give the same weights", async () => {
  const recipe = (seed: number) =>
    augment([ops.flipHorizontal(), ops.brightness(), ops.gaussianNoise()], { seed });
  const weights = await trainedWeights(recipe(1));
  expect(await trainedWeights(recipe(1))).toEqual(weights);
  expect(await trainedWeights(recipe(2))).not.toEqual(weights);
});

test("fit learns from the soft labels of mixed pictures", async () => {
  const softened: number[] = [];
  const mixing: training.AugmentHook = (_, { indices, epoch }) => {
    const batch = augmentDataset(train, [ops.mixup({ alpha: 1 })], { epoch }).batch(indices);
    softened.push(...batch.softLabels!);
    return batch;
  };
  const mixed = await trainedWeights(mixing);
  expect(softened.length).toBe(2 * 32 * 2);
  expect(softened.some((share) => share > 0.05 && share < 0.95)).toBe(true);
  // The same pictures under whole labels lead elsewhere: the shares have been learnt from.
  const whole = await trainedWeights((batch, samples, random) => {
    const { x, shape } = mixing(batch, samples, random);
    return { x, shape };
  });
  expect(whole).not.toEqual(mixed);
});
