import * as tf from "@tensorflow/tfjs";
import { type FindingCode, permutation, randomSource } from "../../lib/core/index.js";
import type { TrainingProgram } from "../../lib/debugging/index.js";
import { classes, dense, healthy, line, network, pictures, stack } from "./programs.js";

interface Faulty {
  code: FindingCode;
  make: (seed: number) => TrainingProgram;
}

const hidden = (seed: number) => dense(32, seed, { inputShape: [16], activation: "relu" });

/** The healthy program with other data. */
function withData(
  seed: number,
  change: (data: ReturnType<typeof classes>) => { x?: tf.Tensor; y?: tf.Tensor },
) {
  const data = classes(seed);
  return healthy(seed, { train: { x: data.x, y: data.oneHot, ...change(data) } });
}

/** An own loop that reports and minimises the loss it is given. */
function ownLoop(
  seed: number,
  loss: (y: tf.Tensor, p: tf.Tensor) => tf.Tensor,
  optimizer: tf.Optimizer = tf.train.adam(0.003),
) {
  const program = healthy(seed);
  const minimised = (x: tf.Tensor, y: tf.Tensor) =>
    loss(y, program.model.apply(x, { training: true }) as tf.Tensor);
  return {
    ...program,
    optimizer,
    step: (x: tf.Tensor, y: tf.Tensor) => optimizer.minimize(() => minimised(x, y).mean<tf.Scalar>(), true)!,
  };
}

const crossEntropy = (y: tf.Tensor, p: tf.Tensor) => p.clipByValue(1e-7, 1).log().mul(y).sum(-1).neg();

/** Programs with one planted bug each, and the cause that the doctor must put first. */
export const faultyPrograms: Record<string, Faulty> = {
  "no softmax": {
    code: "loss-activation-mismatch",
    make: (seed) => healthy(seed, { model: network(seed, { activation: "linear" }) }),
  },
  "no softmax, cross-entropy written out": {
    code: "loss-activation-mismatch",
    make: (seed) => healthy(seed, { model: network(seed, { activation: "linear" }), loss: crossEntropy }),
  },
  "no sigmoid": {
    code: "loss-activation-mismatch",
    make: (seed) => {
      const { x, labels } = classes(seed, { classes: 2 });
      const y = tf.tensor2d([...labels], [400, 1]);
      return healthy(seed, {
        model: stack(hidden(seed), dense(1, seed)),
        loss: "binaryCrossentropy",
        train: { x, y },
      });
    },
  },
  "softmax in model and loss": {
    code: "double-softmax",
    make: (seed) => healthy(seed, { loss: (y, p) => tf.losses.softmaxCrossEntropy(y, p) }),
  },
  "softmax in model and loss, written out": {
    code: "double-softmax",
    make: (seed) => healthy(seed, { loss: (y, p) => p.logSoftmax().mul(y).sum(-1).neg() }),
  },
  "a softmax layer behind a softmax": {
    code: "double-softmax",
    make: (seed) => healthy(seed, { model: stack(...network(seed).layers, tf.layers.softmax()) }),
  },
  "two dense softmax layers": {
    code: "double-softmax",
    make: (seed) =>
      healthy(seed, { model: stack(...network(seed).layers, dense(10, seed, { activation: "softmax" })) }),
  },
  "a softmax in predict and step": {
    code: "double-softmax",
    make: (seed) => {
      const program = healthy(seed);
      const predict = (x: tf.Tensor) => (program.model.apply(x) as tf.Tensor).softmax();
      return { ...program, predict };
    },
  },
  "sigmoid in model and loss": {
    code: "loss-activation-mismatch",
    make: (seed) => {
      const { x, labels } = classes(seed, { classes: 2 });
      return healthy(seed, {
        model: stack(hidden(seed), dense(1, seed, { activation: "sigmoid" })),
        loss: (y, p) => tf.losses.sigmoidCrossEntropy(y, p),
        train: { x, y: tf.tensor2d([...labels], [400, 1]) },
      });
    },
  },
  "a softmax in the step alone": {
    code: "double-softmax",
    make: (seed) => ({
      ...ownLoop(seed, (y, p) => tf.losses.softmaxCrossEntropy(y, p)),
      loss: "categoricalCrossentropy",
    }),
  },
  "a sigmoid for one class of many": {
    code: "loss-activation-mismatch",
    make: (seed) => healthy(seed, { model: stack(hidden(seed), dense(10, seed, { activation: "sigmoid" })) }),
  },
  "samples and labels shuffled apart": {
    code: "labels-misaligned",
    make: (seed) => {
      const { x, oneHot } = classes(seed, { samples: 800 });
      const order = permutation(800, randomSource(seed, "apart"));
      return healthy(seed, { train: { x, y: oneHot.gather(tf.tensor1d(Int32Array.from(order), "int32")) } });
    },
  },
  "a reshape where a transpose was meant": {
    code: "batch-mixing",
    make: (seed) => {
      const program = healthy(seed);
      const mixed = (x: tf.Tensor) => x.reshape([16, -1]).transpose().reshape(x.shape);
      return { ...program, predict: (x) => program.model.predict(mixed(x)) as tf.Tensor };
    },
  },
  "softmax over one unit": {
    code: "single-unit-softmax",
    make: (seed) => {
      const { x, labels } = classes(seed, { classes: 2 });
      const y = tf.tensor2d([...labels], [400, 1]);
      const model = stack(hidden(seed), dense(1, seed, { activation: "softmax" }));
      return healthy(seed, { model, loss: "binaryCrossentropy", train: { x, y } });
    },
  },
  "labels from 1, one-hot": {
    code: "label-out-of-range",
    make: (seed) =>
      withData(seed, ({ labels }) => ({
        y: tf
          .oneHot(
            tf.tensor1d(
              labels.map((l) => l + 1),
              "int32",
            ),
            10,
          )
          .toFloat(),
      })),
  },
  "labels from 1, whole numbers": {
    code: "label-out-of-range",
    make: (seed) => ({
      ...withData(seed, ({ labels }) => ({ y: tf.tensor1d([...labels].map((l) => l + 1)) })),
      loss: "sparseCategoricalCrossentropy",
    }),
  },
  "binary labels −1 and 1": {
    code: "label-out-of-range",
    make: (seed) => {
      const { x, labels } = classes(seed, { classes: 2 });
      const y = tf.tensor2d(
        [...labels].map((l) => 2 * l - 1),
        [400, 1],
      );
      const model = stack(hidden(seed), dense(1, seed, { activation: "sigmoid" }));
      return healthy(seed, { model, loss: "binaryCrossentropy", train: { x, y } });
    },
  },
  "labels divided by 255 with the pixels": {
    code: "labels-rescaled",
    make: (seed) => withData(seed, ({ oneHot }) => ({ y: oneHot.div(255) })),
  },
  "whole-number labels for a one-hot loss": {
    code: "shape-mismatch",
    make: (seed) => withData(seed, ({ labels }) => ({ y: tf.tensor1d([...labels]) })),
  },
  "one-hot labels for a whole-number loss": {
    code: "shape-mismatch",
    make: (seed) => healthy(seed, { loss: "sparseCategoricalCrossentropy" }),
  },
  "int32 labels for a whole-number loss": {
    code: "dtype-mismatch",
    make: (seed) => ({
      ...withData(seed, ({ labels }) => ({ y: tf.tensor1d(labels, "int32") })),
      loss: "sparseCategoricalCrossentropy",
    }),
  },
  "a softmax for several labels a sample": {
    code: "loss-task-mismatch",
    make: (seed) => withData(seed, ({ x }) => ({ y: x.slice([0, 0], [400, 10]).greater(0).toFloat() })),
  },
  "a sigmoid for numbers": {
    code: "output-range-mismatch",
    make: (seed) => ({
      model: stack(
        dense(8, seed, { inputShape: [3], activation: "relu" }),
        dense(1, seed, { activation: "sigmoid" }),
      ),
      optimizer: tf.train.adam(0.01),
      loss: "meanSquaredError",
      train: line(seed),
    }),
  },
  "labels one place late": {
    code: "labels-misaligned",
    make: (seed) => withData(seed, ({ x, oneHot }) => ({ x: x.slice(1), y: oneHot.slice(0, 399) })),
  },
  "labels 37 places early": {
    code: "labels-misaligned",
    make: (seed) => withData(seed, ({ x, oneHot }) => ({ x: x.slice(0, 363), y: oneHot.slice(37) })),
  },
  "labels in reverse": {
    code: "labels-misaligned",
    make: (seed) => withData(seed, ({ oneHot }) => ({ y: oneHot.reverse(0) })),
  },
  "targets three places late": {
    code: "labels-misaligned",
    make: (seed) => {
      const { x, y } = line(seed);
      return {
        model: stack(dense(16, seed, { inputShape: [3], activation: "relu" }), dense(1, seed)),
        optimizer: tf.train.adam(0.01),
        loss: "meanSquaredError",
        train: { x: x.slice([3, 0]), y: y.slice([0, 0], [397, 1]) },
      };
    },
  },
  "bytes for pixels": {
    code: "input-not-normalized",
    make: (seed) => {
      const { x, y } = pictures(seed);
      const model = stack(
        tf.layers.flatten({ inputShape: [8, 8, 1] }),
        dense(16, seed, { activation: "relu" }),
        dense(4, seed, { activation: "softmax" }),
      );
      return healthy(seed, { model, train: { x, y } });
    },
  },
  "bytes for pixels, in an own loop alone": {
    code: "input-not-normalized",
    make: (seed) => {
      const program = ownLoop(seed, crossEntropy);
      return { ...program, step: (x, y) => program.step(x.mul(255), y) };
    },
  },
  "one feature in thousands": {
    code: "input-not-normalized",
    make: (seed) => withData(seed, ({ x }) => ({ x: x.mul(tf.tensor1d([...Array(15).fill(1), 5000])) })),
  },
  "pixels divided by 255 twice": {
    code: "input-normalized-twice",
    make: (seed) => withData(seed, ({ x }) => ({ x: x.sigmoid().div(255) })),
  },
  "validation on another scale": {
    code: "validation-preprocessed-differently",
    make: (seed) => {
      const { x, oneHot: y } = classes(seed + 1);
      return healthy(seed, { validation: { x: x.mul(255), y } });
    },
  },
  "NaN in one cell": {
    code: "non-finite-data",
    make: (seed) => {
      const { x, oneHot: y } = classes(seed);
      const rows = x.arraySync();
      rows[211]![3] = Number.NaN;
      return healthy(seed, { train: { x: rows, y } });
    },
  },
  "the same picture for every sample": {
    code: "constant-input",
    make: (seed) => withData(seed, ({ x }) => ({ x: x.slice([0, 0], [1, 16]).tile([400, 1]) })),
  },
  "inputs cast to zero": {
    code: "constant-input",
    make: (seed) => withData(seed, ({ x }) => ({ x: x.mul(0) })),
  },
  "a loss with the wrong sign": {
    code: "loss-sign-flipped",
    make: (seed) => healthy(seed, { loss: (y, p) => crossEntropy(y, p).neg() }),
  },
  "a loop that climbs": {
    code: "loss-sign-flipped",
    make: (seed) => ownLoop(seed, (y, p) => crossEntropy(y, p).neg()),
  },
  "a squared error with the wrong sign": {
    code: "loss-sign-flipped",
    make: (seed) => ({
      model: stack(dense(8, seed, { inputShape: [3], activation: "relu" }), dense(1, seed)),
      optimizer: tf.train.adam(0.01),
      loss: (y, p) => y.sub(p).square().neg(),
      train: line(seed),
    }),
  },
  "a sum instead of a mean": {
    code: "loss-sum-not-mean",
    make: (seed) => healthy(seed, { loss: (y, p) => crossEntropy(y, p).sum() }),
  },
  "a logarithm without a limit": {
    code: "loss-unclipped-log",
    make: (seed) => healthy(seed, { loss: (y, p) => p.log().mul(y).sum(-1).neg() }),
  },
  "labels [batch] against output [batch, 1]": {
    code: "silent-broadcast",
    make: (seed) => {
      const { x, targets } = line(seed);
      const model = stack(dense(8, seed, { inputShape: [3], activation: "relu" }), dense(1, seed));
      const optimizer = tf.train.adam(0.01);
      const loss = (y: tf.Tensor, p: tf.Tensor) => y.sub(p).square().mean();
      return {
        model,
        optimizer,
        loss,
        train: { x, y: tf.tensor1d(targets) },
        step: (rows, y) =>
          optimizer.minimize(() => loss(y, model.apply(rows) as tf.Tensor).asScalar(), true)!,
      };
    },
  },
  "SGD at a rate of 500": {
    code: "learning-rate-too-high",
    make: (seed) => healthy(seed, { optimizer: tf.train.sgd(500) }),
  },
  "Adam at a rate of 3": {
    code: "learning-rate-too-high",
    make: (seed) => healthy(seed, { optimizer: tf.train.adam(3) }),
  },
  "a squared error that explodes": {
    code: "learning-rate-too-high",
    make: (seed) => ({
      model: stack(dense(16, seed, { inputShape: [3], activation: "relu" }), dense(1, seed)),
      optimizer: tf.train.sgd(2),
      loss: "meanSquaredError",
      train: line(seed),
    }),
  },
  "an own loop at a rate of 500": {
    code: "learning-rate-too-high",
    make: (seed) => ownLoop(seed, crossEntropy, tf.train.sgd(500)),
  },
  "Adam at a rate of 1e-8": {
    code: "learning-rate-too-low",
    make: (seed) => healthy(seed, { optimizer: tf.train.adam(1e-8) }),
  },
  "weights of zero": {
    code: "symmetric-initialization",
    make: (seed) => {
      const zero = { kernelInitializer: "zeros" as const };
      return healthy(seed, {
        model: stack(
          dense(32, 0, { inputShape: [16], activation: "relu", ...zero }),
          dense(10, 0, { activation: "softmax", ...zero }),
        ),
      });
    },
  },
  "weights a hundred times too large": {
    code: "initialization-scale",
    make: (seed) => {
      const large = {
        kernelInitializer: tf.initializers.randomNormal({ mean: 0, stddev: 10, seed: 1 + seed }),
      };
      return healthy(seed, {
        model: stack(
          dense(32, 0, { inputShape: [16], activation: "relu", ...large }),
          dense(10, 0, { activation: "softmax", ...large }),
        ),
      });
    },
  },
  "a loop that applies nothing": {
    code: "updates-not-applied",
    make: (seed) => {
      const program = healthy(seed);
      return { ...program, step: (x, y) => crossEntropy(y, program.model.apply(x) as tf.Tensor).mean() };
    },
  },
  "all layers frozen": {
    code: "frozen-layer",
    make: (seed) => {
      const program = healthy(seed);
      for (const layer of program.model.layers) layer.trainable = false;
      return program;
    },
  },
  "almost everything dropped": {
    code: "too-much-dropout",
    make: (seed) =>
      healthy(seed, {
        model: stack(
          hidden(seed),
          tf.layers.dropout({ rate: 0.99 }),
          dense(10, seed, { activation: "softmax" }),
        ),
      }),
  },
  "an enormous penalty": {
    code: "regularization-too-strong",
    make: (seed) => {
      const kernelRegularizer = tf.regularizers.l2({ l2: 30 });
      return healthy(seed, {
        model: stack(
          dense(32, seed, { inputShape: [16], activation: "relu", kernelRegularizer }),
          dense(10, seed, { activation: "softmax", kernelRegularizer }),
        ),
      });
    },
  },
  "a softmax in the middle": {
    code: "hidden-softmax",
    make: (seed) =>
      healthy(seed, {
        model: stack(
          dense(32, seed, { inputShape: [16], activation: "softmax" }),
          dense(10, seed, { activation: "softmax" }),
        ),
      }),
  },
  "channels first": {
    code: "channels-order",
    make: (seed) => {
      const { x, y } = pictures(seed);
      const model = stack(
        tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [8, 8, 1] }),
        tf.layers.flatten(),
        dense(4, seed, { activation: "softmax" }),
      );
      return healthy(seed, { model, train: { x: x.div(255).transpose([0, 3, 1, 2]), y } });
    },
  },
  "samples of another length": {
    code: "shape-mismatch",
    make: (seed) => withData(seed, ({ x }) => ({ x: x.slice([0, 0], [400, 12]) })),
  },
  "more labels than samples": {
    code: "shape-mismatch",
    make: (seed) => withData(seed, ({ x }) => ({ x: x.slice(0, 390) })),
  },
};
