import * as tf from "@tensorflow/tfjs";
import { checkOptions } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import { assertClassWeights } from "./assert-class-weights.js";
import { type BatchLoss, smallestProbability } from "./batch-loss.js";
import type { CrossEntropyOptions } from "./cross-entropy.js";
import { targetDistribution } from "./target-distribution.js";

/** Options for {@link focal}. */
export interface FocalOptions extends CrossEntropyOptions {
  /** γ: how strongly samples that are answered well are ignored; 0 ignores none. Defaults to 2. */
  gamma?: number;
  /** α: a factor for the whole loss, as the paper has it; defaults to 0.25. */
  alpha?: number;
}

/**
 * Focal loss: the cross-entropy with each term times α (1 − p)^γ, so that what is known already counts for little.
 *
 * @returns a loss of labels and probabilities, shape [batch, classes]; mean over the batch, in nats
 * @throws UsageError for numbers that cannot be
 * @see T.-Y. Lin et al., "Focal Loss for Dense Object Detection" (2017), equation 5
 * @example
 * const loss = focal({ gamma: 2, alpha: 0.25 });
 * loss(tf.tensor1d([0], "int32"), tf.tensor2d([[0.5, 0.5]])).dataSync()[0]; // 0.043321699
 */
export function focal(options: FocalOptions = {}): BatchLoss {
  checkOptions("focal", options, ["gamma", "alpha", "labelSmoothing", "classWeights"]);
  const { gamma = 2, alpha = 0.25, labelSmoothing = 0, classWeights } = options;
  assertNumber("focal", { gamma }, { from: 0 });
  assertNumber("focal", { alpha }, { above: 0 });
  assertNumber("focal", { labelSmoothing }, { from: 0, below: 1 });
  assertClassWeights("focal", classWeights);
  return (labels, probabilities) => {
    const shares = targetDistribution(labels, probabilities.shape[1]!, labelSmoothing); // [batch, classes]
    const weighted = classWeights === undefined ? shares : shares.mul(tf.tensor1d([...classWeights]));
    // 1 − p stays above 0: its power's gradient is infinite there for γ below 1.
    const p = probabilities.clipByValue(smallestProbability, 1 - smallestProbability); // [batch, classes]
    const terms = p.log().mul(tf.sub(1, p).pow(gamma)).mul(weighted);
    return terms.sum(-1).mean<tf.Scalar>().mul(-alpha);
  };
}
