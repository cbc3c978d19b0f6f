import * as tf from "@tensorflow/tfjs";

/** One update of a model's weights on a batch; returns the batch's mean loss, a scalar that the caller disposes. */
export type TrainStep = (x: tf.Tensor, y: tf.Tensor1D) => tf.Scalar;

/** A probability below this counts as this: −log 0 is infinite. It is TensorFlow.js' own limit for float32. */
export const smallestProbability = 1e-7;

/**
 * The step that `fit` repeats: forward in training mode, cross-entropy, backward, one update.
 *
 * Everything that changes from step to step is in the arguments, the weights and the optimizer, so that the step
 * can be recorded once and replayed as one compiled call.
 *
 * @param model - from [batch, …sample] to probabilities, shape [batch, classes]
 * @param optimizer - updates the model's trainable weights in place
 * @returns a function of x, shape [batch, …sample], and y, integer labels, shape [batch]
 */
export function trainStep(model: tf.LayersModel, optimizer: tf.Optimizer): TrainStep {
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return (x, y) =>
    tf.tidy(() => {
      const loss = () => {
        const probabilities = model.apply(x, { training: true }) as tf.Tensor2D; // [batch, classes]
        const penalties = model.calculateLosses();
        return penalties.reduce((sum, penalty) => sum.add(penalty), crossEntropy(y, probabilities));
      };
      return optimizer.minimize(loss, true, variables)!;
    });
}

/** Mean of −log(probability of the label), in nats. */
function crossEntropy(labels: tf.Tensor1D, probabilities: tf.Tensor2D): tf.Scalar {
  const oneHot = tf.oneHot(labels, probabilities.shape[1]); // [batch, classes]
  const logProbabilities = probabilities.clipByValue(smallestProbability, 1).log(); // [batch, classes]
  return logProbabilities.mul(oneHot).sum(-1).mean<tf.Scalar>().neg();
}
