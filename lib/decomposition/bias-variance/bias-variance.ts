import { checkOptions, type Interval, type PredictionLog, twoSidedQuantile } from "../../core/index.js";
import { crossEntropyParts } from "./cross-entropy.js";
import { estimateOverSamples } from "./estimate-over-samples.js";
import type { LossPart } from "./loss-parts.js";
import { modelsOf } from "./models-of.js";
import { squaredParts } from "./squared.js";
import { type ZeroOnePart, zeroOneParts } from "./zero-one.js";

/** Options for {@link biasVariance}. */
export interface BiasVarianceOptions {
  /** How often the intervals hold the true value, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/** A loss as noise + bias + variance. */
export type LossDecomposition = Readonly<Record<LossPart, Interval>>;

/** True bias and variance: what models from one recipe and many training sets have in common, and how they differ. */
export interface BiasVariance {
  readonly models: number;
  readonly samples: number;
  /** Whether the posterior was known: without it `noise` is 0, and bias holds whatever noise there is. */
  readonly noiseKnown: boolean;
  /**
   * The error rate. It is noise + systematicEffect + varianceEffect (James and Hastie), always. Domingos' parts are `bias`,
   * `unbiasedVariance` and `biasedVariance`; without noise the rate is bias + unbiasedVariance − biasedVariance.
   */
  readonly zeroOne: Readonly<Record<ZeroOnePart, Interval>>;
  /** The Brier score, summed over the classes: noise + bias + variance, each right on average however few models. */
  readonly squared: LossDecomposition;
  /** The cross-entropy in nats: noise + bias + variance. */
  readonly crossEntropy: LossDecomposition;
  readonly confidence: number;
}

/**
 * True bias and variance of a recipe, over training sets: bias is what the models have in common that is wrong, variance
 * how much one of them depends on the training set it happened to get. For three losses, each adding up exactly.
 *
 * The ladder's "bias" and "variance" are other things, of one model: see {@link reconcileBiasVariance}.
 *
 * @param logs - of two models or more, each trained on an independent training set, on the same samples. Of two classes the
 *   tag `bayesPosterior` gives the noise
 * @throws UsageError for a single log, logs of other samples, and faulty ones
 * @see P. Domingos, "A Unified Bias-Variance Decomposition" (2000); G. James, "Variance and Bias for General Loss
 *   Functions" (2003), after G. James and T. Hastie; T. Heskes, "Bias/Variance Decompositions for Likelihood-Based
 *   Estimators" (1998), on cross-entropy; Z. Yang et al., "Rethinking Bias-Variance Trade-off for Generalization of Neural
 *   Networks" (2020), on the unbiased squared loss
 * @example
 * const log = { split: "test", ids: ["a"], labels: Int32Array.of(0), classes: ["cat", "dog"], tags: {} };
 * const models = [0.9, 0.7, 0.8].map((p) => ({ ...log, probabilities: Float32Array.of(p, 1 - p) }));
 * const { crossEntropy } = biasVariance(models);
 * [crossEntropy.bias.estimate.toFixed(6), crossEntropy.variance.estimate.toFixed(6)]; // ["0.205660", "0.022733"]
 */
export function biasVariance(
  logs: readonly PredictionLog[],
  options: BiasVarianceOptions = {},
): BiasVariance {
  checkOptions("biasVariance", options, ["confidence"]);
  const { confidence = 0.95 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  const data = modelsOf(logs);
  return {
    ...{ models: data.models, samples: data.samples, noiseKnown: data.known },
    zeroOne: estimateOverSamples(data, zeroOneParts, confidence),
    squared: estimateOverSamples(data, squaredParts, confidence),
    crossEntropy: estimateOverSamples(data, crossEntropyParts, confidence),
    confidence,
  };
}
