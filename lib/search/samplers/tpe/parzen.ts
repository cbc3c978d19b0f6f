import type { RandomSource } from "../../../core/index.js";
import { normal } from "../../../core/index.js";
import type { Parameters, ParameterValue } from "../../space/distribution.js";
import { existsUnder } from "../../space/exists-under.js";
import type { TrialRecord } from "../../trials/trial-record.js";
import { type Axis, cellAround, pointOf, valueAt } from "./axis.js";
import { bandwidths } from "./bandwidths.js";
import { normalCdf } from "./normal-cdf.js";

/** A mixture of products: one kernel per trial, and one that is spread over the whole space. */
export interface Parzen {
  readonly axes: readonly Axis[];
  readonly kernels: number;
  /** [kernels × axes], row-major: the middle, or the index of a choice; NaN where the trial had none. */
  readonly centres: Float64Array;
  /** [kernels × axes]: 1/σ, 0 where there is none. */
  readonly narrowness: Float64Array;
  /** [kernels × axes]: what the density's logarithm is at the middle; of steps, minus the logarithm of the whole mass. */
  readonly peaks: Float64Array;
  /** [kernels]: they add up to 1. */
  readonly weights: Float64Array;
}

/**
 * Estimates the density of trials.
 *
 * @param weights - of each trial; the kernel over the whole space weighs 1
 */
export function parzen(
  axes: readonly Axis[],
  trials: readonly TrialRecord[],
  trialWeights: Float64Array,
): Parzen {
  const kernels = trials.length + 1;
  const size = axes.length;
  const centres = new Float64Array(kernels * size).fill(Number.NaN);
  const narrowness = new Float64Array(kernels * size);
  const peaks = new Float64Array(kernels * size);
  trials.forEach((trial, k) => {
    centres.set(pointOf(axes, trial.parameters), k * size);
  });
  const column = new Float64Array(trials.length);
  axes.forEach((axis, j) => {
    if (axis.choices > 0) return;
    for (let k = 0; k < trials.length; k++) column[k] = centres[k * size + j]!;
    centres[trials.length * size + j] = 0.5;
    const widths = bandwidths(column);
    for (let k = 0; k < kernels; k++) {
      const at = k * size + j;
      const centre = centres[at]!;
      if (Number.isNaN(centre)) continue;
      const width = k < trials.length ? widths[k]! : 1;
      narrowness[at] = 1 / width;
      const inside = normalCdf((1 - centre) / width) - normalCdf(-centre / width);
      peaks[at] = -Math.log(inside) - (axis.stepped ? 0 : Math.log(width) + 0.9189385332046727);
    }
  });
  let total = 1;
  for (const weight of trialWeights) total += weight;
  const weights = new Float64Array(kernels);
  for (let k = 0; k < kernels; k++) weights[k] = (k < trials.length ? trialWeights[k]! : 1) / total;
  return { axes, kernels, centres, narrowness, peaks, weights };
}

/** Draws one point; NaN where a hyperparameter does not exist under the values before it. */
export function drawPoint(estimate: Parzen, random: RandomSource): Float64Array {
  const { axes, kernels, centres, narrowness, weights } = estimate;
  const kernel = pick(weights, random());
  const values: Record<string, ParameterValue> = {};
  const conditional = axes.some(({ parameter }) => parameter.when !== undefined);
  return Float64Array.from(axes, (axis, j) => {
    if (conditional && !existsUnder(axis.parameter, values)) return Number.NaN;
    const at = kernel * axes.length + j;
    const centre = centres[at]!;
    let coordinate: number;
    if (axis.choices > 0) coordinate = drawChoice(axis.choices, centre, kernels, random);
    else if (Number.isNaN(centre)) coordinate = random();
    else
      do coordinate = centre + normal(random) / narrowness[at]!;
      while (!(coordinate >= 0 && coordinate < 1));
    if (conditional) values[axis.parameter.name] = valueAt(axis, coordinate);
    return coordinate;
  });
}

/** The logarithm of the estimate at a point; steps and choices count with their mass. */
export function logDensity(estimate: Parzen, point: Float64Array): number {
  const { axes, kernels, centres, narrowness, peaks, weights } = estimate;
  const size = axes.length;
  const logs = new Float64Array(kernels);
  for (let k = 0; k < kernels; k++) logs[k] = Math.log(weights[k]!);
  for (let j = 0; j < size; j++) {
    const x = point[j]!;
    if (Number.isNaN(x)) continue;
    const { choices, stepped } = axes[j]!;
    if (choices > 0) addChoice(logs, centres, size, j, x, choices);
    else if (stepped) addMass(logs, estimate, j, x);
    else
      for (let k = 0, at = j; k < kernels; k++, at += size) {
        const width = narrowness[at]!;
        if (width === 0) continue;
        const z = (x - centres[at]!) * width;
        logs[k]! += peaks[at]! - 0.5 * z * z;
      }
  }
  return logSumExp(logs);
}

function addChoice(
  logs: Float64Array,
  centres: Float64Array,
  size: number,
  j: number,
  x: number,
  choices: number,
): void {
  // Aitchison and Aitken's kernel: the prior's 1/kernels on every choice, and 1 more on that of the trial.
  const kernels = logs.length;
  const whole = 1 + choices / kernels;
  const [same, other] = [Math.log((1 + 1 / kernels) / whole), Math.log(1 / kernels / whole)];
  const even = -Math.log(choices);
  for (let k = 0, at = j; k < kernels; k++, at += size) {
    const centre = centres[at]!;
    logs[k]! += Number.isNaN(centre) ? even : centre === x ? same : other;
  }
}

function addMass(
  logs: Float64Array,
  { axes, centres, narrowness, peaks }: Parzen,
  j: number,
  x: number,
): void {
  const [from, to] = cellAround(axes[j]!, x);
  const even = Math.log(to - from);
  for (let k = 0, at = j; k < logs.length; k++, at += axes.length) {
    const width = narrowness[at]!;
    const centre = centres[at]!;
    if (width === 0) logs[k]! += even;
    else {
      const mass = normalCdf((to - centre) * width) - normalCdf((from - centre) * width);
      logs[k]! += Math.log(Math.max(mass, 1e-300)) + peaks[at]!;
    }
  }
}

function drawChoice(choices: number, centre: number, kernels: number, random: RandomSource): number {
  const share = random();
  if (Number.isNaN(centre)) return Math.min(choices - 1, Math.floor(share * choices));
  const even = choices / kernels / (1 + choices / kernels);
  return share >= even ? centre : Math.min(choices - 1, Math.floor((share / even) * choices));
}

function pick(weights: Float64Array, share: number): number {
  let left = share;
  for (let k = 0; k < weights.length - 1; k++) {
    left -= weights[k]!;
    if (left < 0) return k;
  }
  return weights.length - 1;
}

function logSumExp(logs: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > most) most = log;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - most);
  return most + Math.log(sum);
}

/** A point as hyperparameters. */
export function parametersAt(axes: readonly Axis[], point: Float64Array): Parameters {
  const values: Record<string, ParameterValue> = {};
  axes.forEach((axis, j) => {
    if (!Number.isNaN(point[j]!)) values[axis.parameter.name] = valueAt(axis, point[j]!);
  });
  return values;
}
