import * as tf from "@tensorflow/tfjs";
import { normal, randomSource } from "../core/index.js";
import { type CompiledStep, compile } from "./compiled/index.js";

/** LeNet's kernels and matrices for 32×32×3 images and 10 classes; the last axis of each is its outputs. */
const weightShapes = [
  [5, 5, 3, 6],
  [5, 5, 6, 16],
  [400, 120],
  [120, 84],
  [84, 10],
];

/** Slower than this for one sample (milliseconds), a batch of 32 would outlast the measurement. */
const slowStepMs = 50;

/**
 * Samples per second that the current backend trains LeNet on: 32×32×3 images, batches of 32, Adam, compiled where it can.
 *
 * It takes a good second and leaves no tensor behind. A backend that is very slow gets batches of one.
 * The middle step counts, so that a machine that is busy for a moment does not look slow.
 *
 * @param options.seconds - how long to measure, after a few steps to warm up; defaults to 1
 */
export async function measureSpeed({ seconds = 1 }: { seconds?: number } = {}): Promise<number> {
  const random = randomSource(1, "measure-speed");
  const weights = weightShapes.map((shape) => tf.tidy(() => tf.variable(heNormal(shape, random))));
  const optimizer = tf.train.adam(3e-4);
  const step = compile((x: tf.Tensor4D, y: tf.Tensor) => {
    return optimizer.minimize(() => lossOf(weights, x, y), true, weights)!;
  });
  const warmUp = await stepTimes(step, { batchSize: 1, atLeast: 3, forMs: 0 });
  const batchSize = Math.min(...warmUp) > slowStepMs ? 1 : 32;
  if (batchSize > 1) await stepTimes(step, { batchSize, atLeast: 3, forMs: 0 });
  const times = await stepTimes(step, { batchSize, atLeast: 1, forMs: seconds * 1000 });
  step.dispose();
  tf.dispose(weights);
  optimizer.dispose();
  return (1000 * batchSize) / times.sort((a, b) => a - b)[times.length >> 1]!;
}

/** How long each training step took, in milliseconds. */
async function stepTimes(
  step: CompiledStep<[x: tf.Tensor4D, y: tf.Tensor], tf.Scalar>,
  { batchSize, atLeast, forMs }: { batchSize: number; atLeast: number; forMs: number },
): Promise<number[]> {
  const x = tf.fill([batchSize, 32, 32, 3], 0.5) as tf.Tensor4D;
  const y = tf.tidy(() => tf.oneHot(tf.zeros([batchSize], "int32"), 10));
  const times: number[] = [];
  const end = performance.now() + forMs;
  while (times.length < atLeast || performance.now() < end) {
    const start = performance.now();
    const loss = step(x, y);
    await loss.data(); // a GPU has not finished before its result is read
    loss.dispose();
    times.push(performance.now() - start);
  }
  tf.dispose([x, y]);
  return times;
}

/** He's initialization: the deviation that keeps a ReLU's inputs and outputs at one scale. */
function heNormal(shape: number[], random: () => number): tf.Tensor {
  const size = shape.reduce((product, axis) => product * axis, 1);
  const deviation = Math.sqrt((2 * shape.at(-1)!) / size);
  const values = Float32Array.from({ length: size }, () => deviation * normal(random));
  return tf.tensor(values, shape);
}

function lossOf(weights: tf.Tensor[], x: tf.Tensor4D, y: tf.Tensor): tf.Scalar {
  const [conv1, conv2, dense1, dense2, dense3] = weights;
  const convolve = (image: tf.Tensor4D, kernel: tf.Tensor): tf.Tensor4D =>
    tf.maxPool(tf.relu(tf.conv2d(image, kernel as tf.Tensor4D, 1, "valid")), 2, 2, "valid");
  const features = convolve(convolve(x, conv1!), conv2!).reshape([x.shape[0], 400]);
  const hidden = tf.relu(tf.matMul(tf.relu(tf.matMul(features, dense1!)), dense2!));
  return tf.losses.softmaxCrossEntropy(y, tf.matMul(hidden, dense3!));
}
