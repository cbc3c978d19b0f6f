import { dot, packedCholesky, packedLength } from "../numerics/packed-cholesky.js";
import { invertLower } from "../numerics/triangular-solve.js";
import type { Kernel } from "./kernel.js";
import { type FittedProcess, multiplyTransposed, type Observations } from "./likelihood.js";

/** A process that predicts. */
export interface Posterior {
  readonly observations: Observations;
  readonly process: FittedProcess;
  readonly kernel: Kernel;
  /** 1/length-scale² of each axis. */
  readonly scales: Float64Array;
}

/** Mean and variance of the function at a point, without the noise of an observation. */
export interface Prediction {
  mean: number;
  variance: number;
}

/** Arrays that predictions write to; one is enough for any number of them. */
export interface Workspace {
  readonly correlations: Float64Array;
  readonly slopes: Float64Array;
  readonly whitened: Float64Array;
  readonly meanGradient: Float64Array;
  readonly varianceGradient: Float64Array;
}

export function workspaceFor({ observations: { samples, axes } }: Posterior): Workspace {
  return {
    correlations: new Float64Array(samples),
    slopes: new Float64Array(samples),
    whitened: new Float64Array(samples),
    meanGradient: new Float64Array(axes),
    varianceGradient: new Float64Array(axes),
  };
}

/**
 * Predicts at a point; with `wantsGradient`, leaves the gradients by the numeric axes in the workspace.
 *
 * @see C. Rasmussen and C. Williams, "Gaussian Processes for Machine Learning" (2006), algorithm 2.1
 */
export function predict(
  { observations, process, kernel, scales }: Posterior,
  point: Float64Array,
  work: Workspace,
  wantsGradient = false,
): Prediction {
  const { points, samples, axes, numeric } = observations;
  const { correlations, slopes, whitened } = work;
  const { inverseLower, weights, variance } = process;
  let mean = process.mean;
  for (let i = 0, row = 0; i < samples; i++, row += axes) {
    let square = 0;
    for (let k = 0; k < numeric; k++) {
      const difference = points[row + k]! - point[k]!;
      square += scales[k]! * difference * difference;
    }
    for (let k = numeric; k < axes; k++) if (points[row + k] !== point[k]) square += scales[k]!;
    const correlation = kernel.correlation(square);
    correlations[i] = correlation;
    if (wantsGradient) slopes[i] = kernel.slope(square, correlation);
    mean += correlation * weights[i]!;
  }
  let explained = 0;
  for (let i = 0, start = 0; i < samples; start += ++i) {
    const part = dot(inverseLower, start, correlations, 0, i + 1);
    whitened[i] = part;
    explained += part * part;
  }
  if (wantsGradient) gradients(observations, process, scales, point, work);
  return { mean, variance: variance * Math.max(1 - explained, 1e-12) };
}

function gradients(
  { points, samples, axes, numeric }: Observations,
  { inverseLower, weights, variance }: FittedProcess,
  scales: Float64Array,
  point: Float64Array,
  { slopes, whitened, meanGradient, varianceGradient }: Workspace,
): void {
  const solved = multiplyTransposed(inverseLower, whitened);
  meanGradient.fill(0);
  varianceGradient.fill(0);
  for (let i = 0, row = 0; i < samples; i++, row += axes) {
    const byMean = weights[i]! * slopes[i]!;
    const byVariance = solved[i]! * slopes[i]!;
    for (let k = 0; k < numeric; k++) {
      const difference = point[k]! - points[row + k]!;
      meanGradient[k]! += byMean * difference;
      varianceGradient[k]! += byVariance * difference;
    }
  }
  for (let k = 0; k < numeric; k++) {
    meanGradient[k]! *= 2 * scales[k]!;
    varianceGradient[k]! *= -4 * variance * scales[k]!;
  }
}

/**
 * The process as it would be had trials at these points come out as it predicts: what is uncertain there no longer is, and
 * nothing else changes, so the next proposal goes elsewhere.
 *
 * @param pending - rows of coordinates: [pending, axes]
 * @returns that process, and what is foretold of each: [pending]
 * @see D. Ginsbourger, R. Le Riche and L. Carraro, "Kriging Is Well-Suited to Parallelize Optimization" (2010), the believer
 */
export function believe(
  posterior: Posterior,
  pending: Float64Array,
): { posterior: Posterior; means: Float64Array } {
  const { observations, process, kernel, scales } = posterior;
  const { axes, numeric } = observations;
  const added = pending.length / axes;
  const work = workspaceFor(posterior);
  const means = Float64Array.from(
    { length: added },
    (_, i) => predict(posterior, pending.subarray(i * axes, (i + 1) * axes), work).mean,
  );
  const samples = observations.samples + added;
  const points = new Float64Array(samples * axes);
  points.set(observations.points);
  points.set(pending, observations.points.length);
  const lower = new Float64Array(packedLength(samples));
  lower.set(process.lower);
  for (let i = observations.samples, at = process.lower.length; i < samples; i++) {
    for (let j = 0; j < i; j++) {
      let square = 0;
      for (let k = 0; k < axes; k++) {
        const difference = points[i * axes + k]! - points[j * axes + k]!;
        square += scales[k]! * (k < numeric ? difference * difference : difference === 0 ? 0 : 1);
      }
      lower[at++] = kernel.correlation(square);
    }
    lower[at++] = 1 + process.noise;
  }
  // On top of another trial, with no noise: nothing is left to be taken.
  if (!packedCholesky(lower, samples, observations.samples)) return { posterior, means };
  // Observations that equal their prediction do not change the mean anywhere: their weights are 0.
  const weights = new Float64Array(samples);
  weights.set(process.weights);
  const believed = { ...process, lower, inverseLower: invertLower(lower, samples), weights };
  return {
    posterior: { observations: { points, samples, axes, numeric }, process: believed, kernel, scales },
    means,
  };
}
