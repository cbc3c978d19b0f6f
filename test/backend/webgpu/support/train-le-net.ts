import * as tf from "@tensorflow/tfjs";
import { type BackendName, start } from "../../../../lib/backend/index.js";
import { makeScenes } from "../../../../lib/data/index.js";
import { leNet } from "../../../../lib/models/index.js";
import * as training from "../../../../lib/training/index.js";

/** Trains LeNet for a few updates on the backend that is named, and prints the report, what it learnt, and what it left. */
async function main(): Promise<void> {
  const report = await start({ backend: process.argv[2] as BackendName, quiet: true });
  const model = leNet({ inputShape: [32, 32, 3], classes: 2, seed: 0 });
  const before = tf.memory().numTensors;
  const losses: number[] = [];
  const options = { epochs: 1, batchSize: 4, learningRate: 3e-3, seed: 1, compiled: false };
  const onStep = ({ loss }: training.StepReport): void => void losses.push(loss);
  const history = await training.fit(model, makeScenes(12, { imageSize: 32, seed: 2 }), {
    ...options,
    onStep,
  });
  const left = tf.memory().numTensors - before;
  const sync = tf.tidy(() => {
    try {
      return [...tf.matMul(tf.ones([40, 40]), tf.ones([40, 40])).dataSync()].length;
    } catch (error) {
      return String(error);
    }
  });
  console.log(JSON.stringify({ report, losses, scores: history.epochs[0]!.train, left, sync }));
}

main();
