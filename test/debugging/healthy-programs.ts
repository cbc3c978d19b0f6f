import * as tf from "@tensorflow/tfjs";
import { normal, randomSource } from "../../lib/core/index.js";
import type { TrainingProgram } from "../../lib/debugging/index.js";
import { classes, dense, healthy, line, network, pictures, stack } from "./programs.js";

const l2 = tf.regularizers.l2({ l2: 1e-3 });

/** Programs that work, of many kinds: the doctor must find nothing in any of them, whatever the seed. */
export const healthyPrograms: Record<string, (seed: number) => TrainingProgram> = {
  "a network with one hidden layer": (seed) => healthy(seed),
  "the same with SGD": (seed) => healthy(seed, { optimizer: tf.train.sgd(0.1) }),
  "the same with slow SGD": (seed) => healthy(seed, { optimizer: tf.train.sgd(0.01), epochs: 50 }),
  "the same with momentum": (seed) => healthy(seed, { optimizer: tf.train.momentum(0.03, 0.9) }),
  "an optimizer by name": (seed) => healthy(seed, { optimizer: "rmsprop" }),
  "whole-number labels": (seed) => {
    const { x, labels } = classes(seed);
    return healthy(seed, {
      loss: "sparseCategoricalCrossentropy",
      train: { x, y: tf.tensor1d([...labels]) },
    });
  },
  "typed arrays": (seed) => {
    const { x, labels } = classes(seed);
    return healthy(seed, {
      loss: "sparseCategoricalCrossentropy",
      train: { x: x.dataSync() as Float32Array, y: labels },
    });
  },
  "overlapping classes": (seed) => {
    const { x, oneHot: y } = classes(seed, { spread: 6 });
    return healthy(seed, { train: { x, y } });
  },
  "labels of which a fifth are wrong": (seed) => {
    const random = randomSource(seed, "noise");
    const { x, labels } = classes(seed);
    const noisy = labels.map((label) => (random() < 0.2 ? Math.floor(10 * random()) : label));
    return healthy(seed, { loss: "sparseCategoricalCrossentropy", train: { x, y: tf.tensor1d([...noisy]) } });
  },
  "samples sorted by class": (seed) => {
    const { x, labels } = classes(seed);
    const order = [...labels.keys()].sort((a, b) => labels[a]! - labels[b]!);
    const y = tf.oneHot(tf.tensor1d(labels, "int32"), 10).toFloat();
    return healthy(seed, { train: { x: x.gather(order), y: y.gather(order) } });
  },
  "logits with a loss that takes logits": (seed) =>
    healthy(seed, {
      model: network(seed, { activation: "linear" }),
      loss: (y, logits) => tf.losses.softmaxCrossEntropy(y, logits),
    }),
  "smoothed labels in the loss": (seed) =>
    healthy(seed, {
      loss: (y, p) => p.clipByValue(1e-7, 1).log().mul(y.mul(0.9).add(0.01)).sum(-1).neg(),
    }),
  "softmax regression from zero weights": (seed) =>
    healthy(seed, {
      model: stack(dense(10, 0, { inputShape: [16], activation: "softmax", kernelInitializer: "zeros" })),
      optimizer: tf.train.sgd(0.3),
    }),
  dropout: (seed) =>
    healthy(seed, {
      model: stack(
        dense(64, seed, { inputShape: [16], activation: "relu" }),
        tf.layers.dropout({ rate: 0.5, seed: 1 + seed }),
        dense(10, seed + 1, { activation: "softmax" }),
      ),
    }),
  "batch-norm": (seed) =>
    healthy(seed, {
      model: stack(
        dense(32, seed, { inputShape: [16], useBias: false }),
        tf.layers.batchNormalization(),
        tf.layers.reLU(),
        dense(10, seed + 1, { activation: "softmax" }),
      ),
    }),
  "batch-norm on unscaled inputs": (seed) => {
    const { x, oneHot: y } = classes(seed);
    return healthy(seed, {
      model: stack(tf.layers.batchNormalization({ inputShape: [16] }), ...network(seed).layers),
      train: { x: x.mul(100).add(500), y },
    });
  },
  "weight decay": (seed) =>
    healthy(seed, {
      model: stack(
        dense(32, seed, { inputShape: [16], activation: "relu", kernelRegularizer: l2 }),
        dense(10, seed + 1, { activation: "softmax", kernelRegularizer: l2 }),
      ),
    }),
  "a binary question": (seed) => {
    const { x, labels } = classes(seed, { classes: 2 });
    return healthy(seed, {
      model: stack(
        dense(16, seed, { inputShape: [16], activation: "relu" }),
        dense(1, seed + 1, { activation: "sigmoid" }),
      ),
      loss: "binaryCrossentropy",
      train: { x, y: tf.tensor2d(labels, [400, 1]) },
    });
  },
  "a binary question, one in twenty": (seed) => {
    const random = randomSource(seed, "rare");
    const labels = Array.from({ length: 400 }, () => Number(random() < 0.05));
    const rows = labels.map((label) => Array.from({ length: 4 }, () => normal(random) + 2 * label));
    return {
      model: stack(
        dense(8, seed, { inputShape: [4], activation: "relu" }),
        dense(1, seed + 1, { activation: "sigmoid" }),
      ),
      optimizer: "adam",
      loss: "binaryCrossentropy",
      train: { x: rows, y: labels },
    };
  },
  "several labels a sample": (seed) => {
    const { x } = classes(seed);
    const y = x.slice([0, 0], [400, 5]).greater(0).toFloat();
    return healthy(seed, {
      model: stack(
        dense(32, seed, { inputShape: [16], activation: "relu" }),
        dense(5, seed + 1, { activation: "sigmoid" }),
      ),
      loss: "binaryCrossentropy",
      train: { x, y },
    });
  },
  regression: (seed) => ({
    model: stack(dense(16, seed, { inputShape: [3], activation: "tanh" }), dense(1, seed + 1)),
    optimizer: tf.train.adam(0.01),
    loss: "meanSquaredError",
    train: line(seed),
  }),
  "linear regression that explains little": (seed) => ({
    model: stack(dense(1, seed, { inputShape: [3] })),
    optimizer: tf.train.sgd(0.05),
    loss: "meanAbsoluteError",
    train: line(seed, { noise: 3 }),
  }),
  "an autoencoder": (seed) => {
    const { x } = classes(seed);
    return {
      model: stack(dense(6, seed, { inputShape: [16], activation: "relu" }), dense(16, seed + 1)),
      optimizer: tf.train.adam(0.01),
      loss: "meanSquaredError",
      train: { x, y: x },
    };
  },
  "a small convolutional network on bytes, rescaled inside": (seed) => {
    const { x, y } = pictures(seed);
    return {
      model: stack(
        tf.layers.rescaling({ scale: 1 / 127.5, offset: -1, inputShape: [8, 8, 1] }),
        tf.layers.conv2d({
          filters: 4,
          kernelSize: 3,
          activation: "relu",
          kernelInitializer: tf.initializers.heNormal({ seed: 1 + seed }),
        }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        dense(4, seed + 1, { activation: "softmax" }),
      ),
      optimizer: tf.train.adam(0.01),
      loss: "categoricalCrossentropy",
      train: { x, y },
    };
  },
  "an own loop that scales its pixels": (seed) => {
    const { x, y } = pictures(seed);
    const model = stack(
      tf.layers.flatten({ inputShape: [8, 8, 1] }),
      dense(16, seed, { activation: "relu" }),
      dense(4, seed + 1),
    );
    const optimizer = tf.train.adam(0.01);
    const logits = (pixels: tf.Tensor, training: boolean) =>
      model.apply(pixels.div(127.5).sub(1), { training }) as tf.Tensor;
    return {
      model,
      optimizer,
      loss: (labels, scores) => tf.losses.softmaxCrossEntropy(labels, scores),
      train: { x, y },
      step: (pixels, labels) =>
        optimizer.minimize(
          () => tf.losses.softmaxCrossEntropy(labels, logits(pixels, true)).asScalar(),
          true,
        )!,
      predict: (pixels) => logits(pixels, false).softmax(),
    };
  },
  "a recurrent network": (seed) => {
    const random = randomSource(seed, "walks");
    const walks = Array.from({ length: 200 }, () => Array.from({ length: 6 }, () => [normal(random)]));
    return {
      model: stack(
        tf.layers.simpleRNN({
          units: 8,
          inputShape: [6, 1],
          kernelInitializer: tf.initializers.glorotNormal({ seed: 1 + seed }),
          recurrentInitializer: tf.initializers.glorotNormal({ seed: 2 + seed }),
        }),
        dense(1, seed, { activation: "sigmoid" }),
      ),
      optimizer: tf.train.adam(0.01),
      loss: "binaryCrossentropy",
      train: {
        x: walks,
        y: walks.map((walk) => [Number(walk.flat().reduce((sum, step) => sum + step, 0) > 0)]),
      },
    };
  },
};
