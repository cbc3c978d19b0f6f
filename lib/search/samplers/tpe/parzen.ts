import type { TrialRecord } from "../../trials/trial-record.js";
import { type Axes, stepAround } from "./axis.js";
import { bandwidths } from "./bandwidths.js";
import { normalCdf } from "./normal-cdf.js";

/**
 * A mixture of products of kernels: one for each trial, and one behind them all that covers the whole space and weighs 1.
 *
 * @see D. Scott, Multivariate Density Estimation (1992)
 */
export interface Parzen {
  readonly axes: Axes;
  /** Trials; the kernel of the whole space is one more, the last. */
  readonly trials: number;
  /** [kernels × axes], row-major: the middle, or the index of a choice; NaN for a choice that a trial has not. */
  readonly centres: Float64Array;
  /** [kernels × axes]: half its square is what the logarithm loses 1 away, or at another choice; 1/σ of a number, 0 where a trial has none. */
  readonly narrowness: Float64Array;
  /** [kernels × axes]: the logarithm of the density in the middle, or of the mass of the trial's own choice. */
  readonly peaks: Float64Array;
  /** [kernels]: the peaks of all axes, added up. */
  readonly heads: Float64Array;
  /** [kernels]: they add up to 1. */
  readonly weights: Float64Array;
}

const logRootTwoPi = 0.9189385332046727;

/**
 * Estimates the density of trials.
 *
 * @param weights - one for each trial
 */
export function parzen(axes: Axes, trials: readonly TrialRecord[], weights: Float64Array): Parzen {
  const width = axes.list.length;
  const kernels = trials.length + 1;
  const made = {
    axes,
    trials: trials.length,
    centres: new Float64Array(kernels * width),
    narrowness: new Float64Array(kernels * width),
    peaks: new Float64Array(kernels * width),
    heads: new Float64Array(kernels),
    weights: normalized(weights),
  };
  for (let k = 0, at = 0; k < trials.length; k++) {
    const point = axes.pointOf(trials[k]!);
    for (let j = 0; j < width; j++, at++) made.centres[at] = point[j]!;
  }
  made.centres.fill(Number.NaN, trials.length * width);
  axes.list.forEach(({ isChoice }, j) => {
    if (isChoice) setMasses(made, j);
    else setWidths(made, j);
  });
  for (let k = 0, at = 0; k < kernels; k++)
    for (let j = 0; j < width; j++, at++) made.heads[k]! += made.peaks[at]!;
  return made;
}

/**
 * The kernels of one choice: 1 for the trial's own, and 1/kernels for each.
 *
 * @see J. Aitchison and C. Aitken, "Multivariate Binary Discrimination by the Kernel Method" (1976)
 */
function setMasses({ axes, trials, centres, narrowness, peaks }: Parzen, j: number): void {
  const size = axes.choices[j]!;
  const kernels = trials + 1;
  for (let k = 0, at = j; k < kernels; k++, at += axes.choices.length) {
    const hasNone = Number.isNaN(centres[at]!);
    peaks[at] = hasNone ? -Math.log(size) : Math.log((kernels + 1) / (kernels + size));
    narrowness[at] = hasNone ? 0 : Math.sqrt(2 * Math.log(kernels + 1));
  }
}

/** How wide the kernels are along one axis of numbers: at least half a step, so that a density stands for its mass. */
function setWidths({ axes, trials, centres, narrowness, peaks }: Parzen, j: number): void {
  const size = axes.list.length;
  const axis = axes.list[j]!;
  const stepped = axis.size < Number.POSITIVE_INFINITY;
  const column = new Float64Array(trials);
  for (let k = 0; k < trials; k++) column[k] = centres[k * size + j]!;
  const widths = bandwidths(column);
  for (let k = 0, at = j; k <= trials; k++, at += size) {
    const centre = k < trials ? column[k]! : 0.5;
    centres[at] = 0.5;
    if (Number.isNaN(centre)) continue;
    const near = k < trials ? widths[k]! : 1;
    const width = stepped ? Math.max(near, stepAround(axis, centre) / 2) : near;
    centres[at] = centre;
    narrowness[at] = 1 / width;
    peaks[at] = -Math.log(width * massInside(centre, width)) - logRootTwoPi;
  }
}

/** How much of a normal density lies in 0 … 1. */
function massInside(centre: number, width: number): number {
  const inside = 1 - centre > 5 * width ? 1 : normalCdf((1 - centre) / width);
  return centre > 5 * width ? inside : inside - normalCdf(-centre / width);
}

/** Weights of trials, and 1 for the kernel of the whole space, that add up to 1. */
function normalized(weights: Float64Array): Float64Array {
  let total = 1;
  for (const weight of weights) total += weight;
  const all = new Float64Array(weights.length + 1);
  for (let k = 0; k < weights.length; k++) all[k] = weights[k]! / total;
  all[weights.length] = 1 / total;
  return all;
}
