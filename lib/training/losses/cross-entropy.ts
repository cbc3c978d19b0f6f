import * as tf from "@tensorflow/tfjs";
import { checkOptions } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import { assertClassWeights } from "./assert-class-weights.js";
import { type BatchLoss, smallestProbability } from "./batch-loss.js";
import { targetDistribution } from "./target-distribution.js";

/** Options for {@link crossEntropy}. */
export interface CrossEntropyOptions {
  /** The share of each label that is spread evenly over all classes, 0 … 1; defaults to 0. */
  labelSmoothing?: number;
  /** A factor for each class's share of the loss; defaults to 1 for each. */
  classWeights?: readonly number[];
}

/**
 * Mean over the batch of −Σ w · y · log p, in nats: y the labels' shares of the classes, p the model's probabilities.
 *
 * The sum is divided by the number of samples, whatever their weights, as in Keras: so the gradients of small batches add
 * up to that of the large one.
 *
 * @returns a loss of labels and probabilities, shape [batch, classes]
 * @throws UsageError for a smoothing outside of 0 … 1, or weights that are negative
 * @see C. Szegedy et al., "Rethinking the Inception Architecture" (2016), section 7, on label smoothing
 * @example
 * const loss = crossEntropy({ classWeights: [1, 3] });
 * loss(tf.tensor1d([1], "int32"), tf.tensor2d([[0.5, 0.5]])).dataSync()[0]; // 2.0794415
 */
export function crossEntropy(options: CrossEntropyOptions = {}): BatchLoss {
  checkOptions("crossEntropy", options, ["labelSmoothing", "classWeights"]);
  const { labelSmoothing = 0, classWeights } = options;
  assertNumber("crossEntropy", { labelSmoothing }, { from: 0, below: 1 });
  assertClassWeights("crossEntropy", classWeights);
  return (labels, probabilities) => {
    const shares = targetDistribution(labels, probabilities.shape[1]!, labelSmoothing); // [batch, classes]
    const weighted = classWeights === undefined ? shares : shares.mul(tf.tensor1d([...classWeights]));
    const logProbabilities = probabilities.clipByValue(smallestProbability, 1).log(); // [batch, classes]
    return logProbabilities.mul(weighted).sum(-1).mean<tf.Scalar>().neg();
  };
}
