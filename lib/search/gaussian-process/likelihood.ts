import { packedCholesky, packedLength } from "../numerics/packed-cholesky.js";
import { inverseFromFactor, invertLower } from "../numerics/triangular-solve.js";
import type { Kernel } from "./kernel.js";

/** What a process is fitted to. */
export interface Observations {
  /** Rows of coordinates: [samples, axes]. */
  readonly points: Float64Array;
  readonly samples: number;
  readonly axes: number;
  /** How many of the axes, the first ones, are numbers; the others are choices, either equal or not. */
  readonly numeric: number;
}

/** Squared difference along each axis of each pair of samples i > j: [pairs, axes]. A choice differs by 1 or 0. */
export function pairDifferences({ points, samples, axes, numeric }: Observations): Float64Array {
  const squares = new Float64Array(((samples * (samples - 1)) / 2) * axes);
  let at = 0;
  for (let i = 0; i < samples; i++)
    for (let j = 0; j < i; j++)
      for (let k = 0; k < axes; k++) {
        const difference = points[i * axes + k]! - points[j * axes + k]!;
        squares[at++] = k < numeric ? difference * difference : difference === 0 ? 0 : 1;
      }
  return squares;
}

/** A fitted process in numbers; lengths of all arrays are as {@link Observations} say. */
export interface FittedProcess {
  /** Packed L with LLᵀ = K + noise·I, of correlations; and its inverse. */
  readonly lower: Float64Array;
  readonly inverseLower: Float64Array;
  /** (K + noise·I)⁻¹(z − mean). */
  readonly weights: Float64Array;
  readonly mean: number;
  /** Of the function, where the correlation is 1. */
  readonly variance: number;
  /** Variance of the noise over that of the function. */
  readonly noise: number;
}

/** How strongly the process is drawn towards mean 0 and variance 1, counted in samples. */
const priorWeight = 1;

/** The process at fixed length-scales and noise; mean and variance are those of the highest posterior density. */
export function processAt(
  differences: Float64Array,
  targets: Float64Array,
  scales: Float64Array,
  noise: number,
  kernel: Kernel,
  slopes?: Float64Array,
): FittedProcess | undefined {
  const samples = targets.length;
  const axes = scales.length;
  const lower = new Float64Array(packedLength(samples));
  for (let i = 0, at = 0, pair = 0; i < samples; i++) {
    for (let j = 0; j < i; j++, pair++) {
      let square = 0;
      for (let k = 0; k < axes; k++) square += scales[k]! * differences[pair * axes + k]!;
      const correlation = kernel.correlation(square);
      lower[at++] = correlation;
      if (slopes !== undefined) slopes[pair] = kernel.slope(square, correlation);
    }
    lower[at++] = 1 + noise;
  }
  if (!packedCholesky(lower, samples)) return undefined;
  const inverseLower = invertLower(lower, samples);
  const whitened = multiplyLower(inverseLower, targets);
  const ones = multiplyLower(inverseLower, new Float64Array(samples).fill(1));
  let [cross, square] = [0, 0];
  for (let i = 0; i < samples; i++) {
    cross += whitened[i]! * ones[i]!;
    square += ones[i]! * ones[i]!;
  }
  const mean = cross / (square + priorWeight);
  let energy = priorWeight * mean * mean;
  for (let i = 0; i < samples; i++) {
    whitened[i]! -= mean * ones[i]!;
    energy += whitened[i]! ** 2;
  }
  const variance = (energy + priorWeight) / (samples + priorWeight);
  return { lower, inverseLower, weights: multiplyTransposed(inverseLower, whitened), mean, variance, noise };
}

/** −log posterior density of the targets, but for constants and the priors of scales and noise. */
export function negativeLogLikelihood({ lower, variance }: FittedProcess, samples: number): number {
  let halfLogDeterminant = 0;
  for (let i = 0, at = 0; i < samples; i++, at += i + 1) halfLogDeterminant += Math.log(lower[at]!);
  return halfLogDeterminant + ((samples + priorWeight) / 2) * Math.log(variance);
}

/** Its gradient by log length-scale of each axis, then by log noise. */
export function likelihoodGradient(
  { inverseLower, weights, variance, noise }: FittedProcess,
  differences: Float64Array,
  scales: Float64Array,
  slopes: Float64Array,
  gradient: Float64Array,
): void {
  const samples = weights.length;
  const axes = scales.length;
  const inverse = inverseFromFactor(inverseLower, samples);
  gradient.fill(0);
  for (let i = 0, at = 0, pair = 0; i < samples; i++) {
    const weight = weights[i]! / variance;
    for (let j = 0; j < i; j++, pair++) {
      const pull = 2 * slopes[pair]! * (inverse[at++]! - weight * weights[j]!);
      for (let k = 0; k < axes; k++) gradient[k]! -= pull * differences[pair * axes + k]!;
    }
    gradient[axes]! += (inverse[at++]! - weight * weights[i]!) * 0.5 * noise;
  }
  for (let k = 0; k < axes; k++) gradient[k]! *= scales[k]!;
}

/** Lx of a packed lower triangle. */
export function multiplyLower(lower: Float64Array, x: Float64Array): Float64Array {
  const product = new Float64Array(x.length);
  for (let i = 0, at = 0; i < x.length; i++) for (let j = 0; j <= i; j++) product[i]! += lower[at++]! * x[j]!;
  return product;
}

/** Lᵀx of a packed lower triangle. */
export function multiplyTransposed(lower: Float64Array, x: Float64Array): Float64Array {
  const product = new Float64Array(x.length);
  for (let i = 0, at = 0; i < x.length; i++) for (let j = 0; j <= i; j++) product[j]! += lower[at++]! * x[i]!;
  return product;
}
