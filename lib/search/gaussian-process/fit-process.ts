import { type Minimum, minimizeBounded } from "../numerics/minimize-bounded.js";
import type { Kernel } from "./kernel.js";
import { likelihoodGradient, negativeLogLikelihood, processAt } from "./likelihood.js";

/** log length-scale of each axis, then log of the noise over the function's variance. */
export type Hyperparameters = Float64Array;

/** Where a fit starts when nothing is known. */
export function defaultHyperparameters(axes: number): Hyperparameters {
  return Float64Array.from({ length: axes + 1 }, (_, k) =>
    k < axes ? Math.log(usualScale * Math.sqrt(axes)) : Math.log(1e-3),
  );
}

const lowestScale = Math.log(0.01);
const highestScale = Math.log(100);
const lowestNoise = Math.log(1e-8);
const highestNoise = Math.log(10);

/**
 * The hyperparameters of the highest posterior density. The length-scales' prior grows with the root of the dimension, as the
 * distances between points do; it is narrower than in the paper, for a few trials near one another make an axis look idle
 * that is not. The noise may be anything from none to all.
 *
 * @param differences - squared, of each pair of points along each axis: [pairs, axes]
 * @param targets - [samples], about 0 and of variance about 1
 * @param start - where the climb begins
 * @see C. Hvarfner, E. Hellsten and L. Nardi, "Vanilla Bayesian Optimization Performs Great in High Dimensions" (2024)
 */
export function fitProcess(
  differences: Float64Array,
  targets: Float64Array,
  kernel: Kernel,
  start: Hyperparameters,
  maxEvaluations: number,
): Minimum {
  const axes = start.length - 1;
  const scales = new Float64Array(axes);
  const slopes = new Float64Array((targets.length * (targets.length - 1)) / 2);
  const low = start.map((_, k) => (k < axes ? lowestScale : lowestNoise));
  const high = start.map((_, k) => (k < axes ? highestScale : highestNoise));
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    for (let k = 0; k < axes; k++) scales[k] = Math.exp(-2 * x[k]!);
    const process = processAt(differences, targets, scales, Math.exp(x[axes]!), kernel, slopes);
    if (process === undefined) return Number.POSITIVE_INFINITY;
    likelihoodGradient(process, differences, scales, slopes, gradient);
    return negativeLogLikelihood(process, targets.length) + negativeLogPrior(x, gradient);
  };
  return minimizeBounded(objective, start, low, high, {
    maxEvaluations,
    gradientTolerance: 1e-2,
    valueTolerance: 1e-5,
  });
}

/** The likeliest length-scale, in roots of the dimension: about as long as two random points are apart. */
const usualScale = 0.4;
/** How surely: standard deviations of the logarithms. */
const scaleDeviation = 1;
const usualNoise = 1e-4;
const noiseDeviation = 3;

/** −log prior density of the logarithms, its gradient added to the other. */
function negativeLogPrior(x: Hyperparameters, gradient: Float64Array): number {
  const axes = x.length - 1;
  const centre = Math.log(usualScale * Math.sqrt(axes));
  let value = 0;
  for (let k = 0; k < axes; k++) {
    const off = (x[k]! - centre) / scaleDeviation;
    value += (off * off) / 2;
    gradient[k]! += off / scaleDeviation;
  }
  const off = (x[axes]! - Math.log(usualNoise)) / noiseDeviation;
  gradient[axes]! += off / noiseDeviation;
  return value + (off * off) / 2;
}
