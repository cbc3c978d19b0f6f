import * as tf from "@tensorflow/tfjs";
import { start } from "../../../lib/backend/index.js";

/** Trains a small network on the best backend and prints what ran and how the loss fell. */
async function main(): Promise<void> {
  const { backend, node, summary } = await start();
  const model = tf.sequential();
  const kernelInitializer = tf.initializers.heNormal({ seed: 1 });
  model.add(tf.layers.conv2d({ inputShape: [8, 8, 1], filters: 4, kernelSize: 3, kernelInitializer }));
  model.add(tf.layers.batchNormalization());
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 2, activation: "softmax", kernelInitializer }));
  model.compile({ optimizer: tf.train.adam(0.05), loss: "categoricalCrossentropy", metrics: ["accuracy"] });
  const x = tf.randomUniform([16, 8, 8, 1], 0, 1, "float32", 1);
  const y = tf.oneHot(tf.range(0, 16, 1, "int32").mod(tf.scalar(2, "int32")), 2);
  const { history } = await model.fit(x, y, { epochs: 15, batchSize: 16, shuffle: false, verbose: 0 });
  const top = tf.topk(tf.tensor1d([1, 3, 2]), 2).indices.arraySync();
  console.log(JSON.stringify({ backend, node, summary, losses: history.loss, top }));
}

main();
