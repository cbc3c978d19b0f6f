import * as tf from "@tensorflow/tfjs";
import type { Evaluation } from "./minimize.js";

/** What a logistic regression is fitted to. */
export interface LogisticProblem {
  /** Standardised samples, shape [samples, features]. */
  readonly x: tf.Tensor2D;
  /** One-hot labels, float32, shape [samples, classes]. */
  readonly y: tf.Tensor2D;
  /** Weighs half the sum of the squared weights beside the sum of the losses. */
  readonly l2: number;
}

/** Columns of weights: with two classes one says it all. */
export function columnsOf({ y }: LogisticProblem): number {
  return y.shape[1] === 2 ? 1 : y.shape[1];
}

/**
 * The scores of samples, shape [samples, classes]; the first of two classes always has 0.
 *
 * @param parameters - the weights, row-major, shape [features, columns], and then the biases, shape [columns]
 */
export function scoresOf(x: tf.Tensor2D, parameters: Float64Array): tf.Tensor2D {
  return tf.tidy(() => {
    const features = x.shape[1];
    const columns = parameters.length / (features + 1);
    const weights = tf.tensor2d(Float32Array.from(parameters.subarray(0, features * columns)), [
      features,
      columns,
    ]);
    const scores = x
      .matMul(weights)
      .add(tf.tensor1d([...parameters.subarray(features * columns)])) as tf.Tensor2D;
    return columns === 1 ? tf.concat2d([tf.zerosLike(scores), scores], 1) : scores;
  });
}

/** The mean cross-entropy with its penalty on the weights, not on the biases, and its gradient. */
export async function regularizedLoss(
  problem: LogisticProblem,
  parameters: Float64Array,
): Promise<Evaluation> {
  const { x, y, l2 } = problem;
  const [samples, features] = x.shape;
  const columns = columnsOf(problem);
  const [loss, slopes] = tf.tidy(() => {
    const scores = scoresOf(x, parameters);
    const loss = y.mul(tf.logSoftmax(scores)).sum(1).mean().neg();
    const all = tf.softmax(scores).sub(y).div(samples) as tf.Tensor2D; // [samples, classes]
    const excess = columns === 1 ? all.slice([0, 1], [samples, 1]) : all;
    return [loss, tf.concat1d([x.matMul(excess, true).flatten(), excess.sum(0).as1D()])] as const;
  });
  try {
    const gradient = Float64Array.from(await slopes.data());
    let squares = 0;
    for (let k = 0; k < features * columns; k++) {
      gradient[k]! += (l2 / samples) * parameters[k]!;
      squares += parameters[k]! ** 2;
    }
    return { value: (await loss.data())[0]! + (l2 * squares) / (2 * samples), gradient };
  } finally {
    tf.dispose([loss, slopes]);
  }
}
