import * as tf from "@tensorflow/tfjs";
import { integerBelow, normal, randomSource } from "../../lib/core/index.js";
import type { TrainingProgram } from "../../lib/debugging/index.js";
import { blobs } from "../support/blobs.js";

/** A dense layer whose weights follow a seed. */
export function dense(
  units: number,
  seed: number,
  options: Partial<Parameters<typeof tf.layers.dense>[0]> = {},
) {
  return tf.layers.dense({
    units,
    kernelInitializer: tf.initializers.heNormal({ seed: 1 + seed }),
    ...options,
  });
}

export const stack = (...layers: tf.layers.Layer[]): tf.Sequential => tf.sequential({ layers });

/** Samples of separate classes: x [samples, features], labels as numbers and as one-hot rows. */
export function classes(
  seed: number,
  { samples = 400, features = 16, classes: count = 10, spread = 1 } = {},
) {
  const { rows, labels } = blobs(samples, { classes: count, features, seed, spread });
  const x = tf.tensor2d(rows, [samples, features]);
  const oneHot = tf.tidy(() => tf.oneHot(tf.tensor1d(labels, "int32"), count).toFloat()) as tf.Tensor2D;
  return { x, oneHot, labels, samples, features, count };
}

/** A network for `classes`, with a softmax at its end unless told otherwise. */
export function network(
  seed: number,
  { features = 16, units = 10, activation = "softmax" as "softmax" | "linear" } = {},
) {
  return stack(
    dense(32, seed, { inputShape: [features], activation: "relu" }),
    dense(units, seed + 100, { activation }),
  );
}

/** The working program that the faulty ones differ from in one thing. */
export function healthy(seed: number, change: Partial<TrainingProgram> = {}): TrainingProgram {
  const { x, oneHot: y } = classes(seed);
  return {
    model: network(seed),
    optimizer: tf.train.adam(0.003),
    loss: "categoricalCrossentropy",
    train: { x, y },
    batchSize: 32,
    epochs: 20,
    ...change,
  };
}

/** A line with noise: x [samples, 3], y [samples, 1]. */
export function line(seed: number, { samples = 400, noise = 0.1, features = 3 } = {}) {
  const random = randomSource(seed, "line");
  const rows = Array.from({ length: samples }, () => Array.from({ length: features }, () => normal(random)));
  const targets = rows.map(
    (row) => row.reduce((sum, value, i) => sum + value * (i - 1), 0) / 1.5 + noise * normal(random),
  );
  return { x: tf.tensor2d(rows), y: tf.tensor2d(targets, [samples, 1]), targets };
}

/** Bright squares on dark pictures: x [samples, 8, 8, 1] from 0 to 255, the class is the square's quarter. */
export function pictures(seed: number, samples = 300) {
  const random = randomSource(seed, "pictures");
  const labels = Int32Array.from({ length: samples }, () => integerBelow(4, random));
  const pixels = Float32Array.from({ length: samples * 64 }, (_, i) => {
    const [row, column] = [Math.floor((i % 64) / 8), i % 8];
    const inside = Math.floor(row / 4) * 2 + Math.floor(column / 4) === labels[Math.floor(i / 64)];
    return Math.round((inside ? 200 : 20) + 50 * random());
  });
  return {
    x: tf.tensor4d(pixels, [samples, 8, 8, 1]),
    y: tf.tidy(() => tf.oneHot(tf.tensor1d(labels, "int32"), 4).toFloat()),
    labels,
  };
}
