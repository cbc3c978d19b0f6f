import { symmetricEigen } from "../numerics/symmetric-eigen.js";
import type { Strategy } from "./strategy.js";

/** The normal distribution that a generation is drawn from, and the paths by which it learns. */
export interface NormalDistribution {
  readonly strategy: Strategy;
  readonly generation: number;
  readonly mean: Float64Array;
  readonly step: number;
  /** Row-major: [dimensions, dimensions]. */
  readonly covariance: Float64Array;
  /** Its eigenvectors as columns, and the square roots of its eigenvalues. */
  readonly directions: Float64Array;
  readonly lengths: Float64Array;
  readonly stepPath: Float64Array;
  readonly path: Float64Array;
}

/** A round distribution about a point. */
export function roundDistribution(strategy: Strategy, mean: Float64Array, step: number): NormalDistribution {
  const size = strategy.dimensions;
  const identity = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  return {
    strategy,
    generation: 0,
    mean,
    step,
    covariance: identity,
    directions: identity,
    lengths: new Float64Array(size).fill(1),
    stepPath: new Float64Array(size),
    path: new Float64Array(size),
  };
}

/**
 * The distribution after a generation: its mean moves to the better points, its shape to the steps that led there and away
 * from those that did not.
 *
 * @param points - of the generation, best first; a point from elsewhere counts as if it were no further than a draw may be
 * @see N. Hansen, "The CMA Evolution Strategy: A Tutorial" (2016), figure 6; "Injecting External Solutions Into CMA-ES" (2011)
 */
export function nextDistribution(
  old: NormalDistribution,
  points: readonly Float64Array[],
): NormalDistribution {
  const { strategy, mean, step, covariance, directions, lengths } = old;
  const { dimensions: size, weights, effective, stepRate, pathRate, rankOneRate, rankManyRate } = strategy;
  const longest = Math.sqrt(size) + (2 * size) / (size + 2);
  const steps = points.map((point) => {
    const taken = point.map((at, k) => (at - mean[k]!) / step);
    const length = norm(whiten(directions, lengths, taken));
    return {
      taken: length > longest ? taken.map((y) => (y * longest) / length) : taken,
      length: Math.min(length, longest),
    };
  });

  const move = new Float64Array(size);
  steps.forEach(({ taken }, i) => {
    if (weights[i]! > 0) for (let k = 0; k < size; k++) move[k]! += weights[i]! * taken[k]!;
  });
  const whitened = whiten(directions, lengths, move);
  const stepPath = old.stepPath.map(
    (p, k) => (1 - stepRate) * p + Math.sqrt(stepRate * (2 - stepRate) * effective) * whitened[k]!,
  );
  const length = norm(stepPath);
  const settled = length / Math.sqrt(1 - (1 - stepRate) ** (2 * (old.generation + 1)));
  const goesOn = settled < (1.4 + 2 / (size + 1)) * strategy.expectedLength ? 1 : 0;
  const path = old.path.map(
    (p, k) => (1 - pathRate) * p + goesOn * Math.sqrt(pathRate * (2 - pathRate) * effective) * move[k]!,
  );

  const stalled = (1 - goesOn) * rankOneRate * pathRate * (2 - pathRate);
  const weightSum = weights.reduce((sum, w) => sum + w, 0);
  const next = covariance.map((c) => c * (1 + stalled - rankOneRate - rankManyRate * weightSum));
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) next[i * size + j]! += rankOneRate * path[i]! * path[j]!;
  steps.forEach(({ taken, length }, rank) => {
    const weight = weights[rank]! * (weights[rank]! >= 0 ? 1 : size / Math.max(length * length, 1e-12));
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) next[i * size + j]! += rankManyRate * weight * taken[i]! * taken[j]!;
  });
  const { values, vectors } = symmetricEigen(next, size);
  return {
    strategy,
    generation: old.generation + 1,
    mean: mean.map((m, k) => m + step * move[k]!),
    step:
      step *
      Math.exp(Math.min(1, (stepRate / strategy.stepDamping) * (length / strategy.expectedLength - 1))),
    covariance: next,
    directions: vectors,
    lengths: values.map((value) => Math.sqrt(Math.max(value, 1e-20))),
    stepPath,
    path,
  };
}

/** C^(−1/2)·x. */
function whiten(directions: Float64Array, lengths: Float64Array, x: Float64Array): Float64Array {
  const size = x.length;
  const result = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    let along = 0;
    for (let i = 0; i < size; i++) along += directions[i * size + j]! * x[i]!;
    along /= lengths[j]!;
    for (let i = 0; i < size; i++) result[i]! += directions[i * size + j]! * along;
  }
  return result;
}

function norm(x: Float64Array): number {
  return Math.sqrt(x.reduce((sum, value) => sum + value * value, 0));
}
