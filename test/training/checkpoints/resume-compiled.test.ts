import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import { makeScenes } from "../../../lib/data/index.js";
import { leNet } from "../../../lib/models/index.js";
import * as training from "../../../lib/training/index.js";

const scenes = makeScenes(40, { imageSize: 32 });

/** LeNet with dropout in compiled updates, 3 an epoch of which the last is smaller: its weights and its losses. */
async function train(options: training.FitOptions = {}) {
  const model = tf.sequential({
    layers: [
      leNet({ inputShape: [32, 32, 3], classes: 4, seed: 0 }),
      tf.layers.dropout({ rate: 0.3 }),
      tf.layers.dense({
        units: 2,
        activation: "softmax",
        kernelInitializer: tf.initializers.glorotNormal({ seed: 3 }),
      }),
    ],
  });
  const history = await training.fit(model, scenes, { epochs: 4, batchSize: 16, seed: 4, ...options });
  const weights = model.getWeights().map((weight) => Array.from(weight.dataSync()));
  model.dispose();
  return {
    weights,
    losses: history.epochs.map(({ runningLoss }) => runningLoss),
    compiled: history.compiled,
  };
}

let whole: Awaited<ReturnType<typeof train>>;
beforeAll(async () => {
  await start({ backend: "tensorflow", quiet: true });
  whole = await train();
});

test.each([1, 3, 5, 10])(
  "a compiled training that fell over after update %i goes on from its checkpoint, and ends with the same bits",
  async (last) => {
    const folder = mkdtempSync(join(tmpdir(), "resume-compiled-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const checkpoint = { folder, every: 1 };
    const onStep = ({ step }: { step: number }) => {
      if (step === last) throw new Error("fell over");
    };
    await expect(train({ checkpoint, onStep })).rejects.toThrow("fell over");
    expect(await train({ checkpoint })).toEqual(whole);
    expect(whole.compiled).toBe(true);
  },
);
