import * as tf from "@tensorflow/tfjs";
import { penalties } from "./penalties.js";

/** One update of a model's weights on a batch; returns the batch's mean loss, a scalar that the caller disposes. */
export type TrainStep = (x: tf.Tensor, y: tf.Tensor) => tf.Scalar;

/** What a step minimises: a scalar of labels and the model's output. */
export type BatchLoss = (y: tf.Tensor, output: tf.Tensor) => tf.Scalar;

/** Options for {@link trainStep}. */
export interface TrainStepOptions {
  /** What to minimise; defaults to the cross-entropy of integer labels, shape [batch], and probabilities. */
  loss?: BatchLoss;
  /** Whether layers behave as in training (dropout drops, batch-norm looks at the batch); defaults to true. */
  training?: boolean;
  /** Whether the weights' regularization is part of the loss; defaults to true. */
  penalties?: boolean;
}

/** A probability below this counts as this: −log 0 is infinite. It is TensorFlow.js' own limit for float32. */
export const smallestProbability = 1e-7;

/**
 * The step that `fit` repeats: forward in training mode, loss, backward, one update.
 *
 * Everything that changes from step to step is in the arguments, the weights and the optimizer, so that the step
 * can be recorded once and replayed as one compiled call.
 *
 * @param model - from [batch, …sample] to the loss's second argument
 * @param optimizer - updates the model's trainable weights in place
 */
export function trainStep(
  model: tf.LayersModel,
  optimizer: tf.Optimizer,
  { loss = crossEntropy, training = true, penalties: withPenalties = true }: TrainStepOptions = {},
): TrainStep {
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const total = (x: tf.Tensor, y: tf.Tensor): tf.Scalar => {
    const ofData = loss(y, model.apply(x, { training }) as tf.Tensor);
    return withPenalties ? penalties(model).reduce((sum, penalty) => sum.add(penalty), ofData) : ofData;
  };
  return (x, y) => tf.tidy(() => optimizer.minimize(() => total(x, y), true, variables)!);
}

/** Mean of −log(probability of the label), in nats; labels: integers, shape [batch]. */
function crossEntropy(labels: tf.Tensor, probabilities: tf.Tensor): tf.Scalar {
  const oneHot = tf.oneHot(labels as tf.Tensor1D, probabilities.shape[1]!); // [batch, classes]
  const logProbabilities = probabilities.clipByValue(smallestProbability, 1).log(); // [batch, classes]
  return logProbabilities.mul(oneHot).sum(-1).mean<tf.Scalar>().neg();
}
