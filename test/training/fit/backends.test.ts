import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { type BackendName, start } from "../../../lib/backend/index.js";
import { augment, augmentations, makeScenes, splitDataset } from "../../../lib/data/index.js";
import { leNet } from "../../../lib/models/index.js";
import * as training from "../../../lib/training/index.js";

const { train, trainVal } = splitDataset(makeScenes(96, { imageSize: 32 }), {
  fractions: { train: 2 / 3, trainVal: 1 / 3 },
});

/** LeNet with dropout and augmentation on small streets: its weights, and the losses epoch by epoch. */
async function run(backend: BackendName) {
  await start({ backend, quiet: true });
  const body = leNet({ inputShape: [32, 32, 3], classes: 4, seed: 0 });
  const model = tf.sequential({
    layers: [
      body,
      tf.layers.dropout({ rate: 0.2 }),
      tf.layers.dense({
        units: 2,
        activation: "softmax",
        kernelInitializer: tf.initializers.glorotNormal({ seed: 3 }),
      }),
    ],
  });
  const history = await training.fit(model, train, {
    ...{ epochs: 3, batchSize: 16, learningRate: 1e-3, seed: 4, trainVal },
    augment: augment([augmentations.flipHorizontal(), augmentations.brightness()], { seed: 4 }),
  });
  const weights = model.getWeights().map((weight) => weight.dataSync().slice());
  model.dispose();
  const losses = history.epochs.flatMap((epoch) => [
    epoch.runningLoss,
    epoch.train.loss,
    epoch.trainVal!.loss,
  ]);
  return { weights, losses };
}

const backends = ["tensorflow", "wasm"] as const;

test.each(backends)("on %s two trainings with one seed end with the same bytes", async (backend) => {
  const [first, second] = [await run(backend), await run(backend)];
  expect(second).toEqual(first);
});

test("curves on one backend and on the other lie within a thousandth of each other", async () => {
  const [one, other] = [await run("tensorflow"), await run("wasm")];
  expect(one.losses).toBeAllClose(other.losses, { rtol: 1e-3 });
});
