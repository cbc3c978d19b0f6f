import { checkOptions } from "../../core/index.js";
import { type Axes, axesOf, parametersAt, pointOf, snap } from "../gaussian-process/axes.js";
import { maximizeImprovement } from "../gaussian-process/maximize-improvement.js";
import { believe } from "../gaussian-process/posterior.js";
import { smoothedTargets } from "../gaussian-process/surrogate.js";
import { surrogateFitter } from "../gaussian-process/surrogate-fitter.js";
import { scrambledHalton } from "../numerics/scrambled-halton.js";
import type { Parameters } from "../space/distribution.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { isStarting } from "./is-starting.js";
import { type ObservedValues, observedValues, type StudyValues } from "./observed-values.js";
import { sampledBefore } from "./sampled-before.js";
import type { Sampler, SuggestRequest } from "./sampler.js";

/** How the Gaussian process works. */
export interface GaussianProcessOptions {
  /** How many trials come first, in the middle and spread evenly; defaults to 5, and 1 more for every second hyperparameter. */
  readonly startTrials?: number;
}

/** How many of the best trials the search for a better one begins near. */
const centres = 3;

/**
 * Proposes where a Gaussian process of the objective expects the largest improvement.
 *
 * The process' kernel and a warp of the objective's values are chosen by how well they foretell trials left out; its
 * length-scales and noise are those of the highest posterior density. Trials that still run are taken to come out as foretold,
 * so many may run at once. Beside a pruner it learns from those that were stopped early only what is sure of them: that they are
 * foretold to end worse than half of those that were not. It needs the fewest trials where each is dear and the hyperparameters are 20 at most; a proposal
 * takes some milliseconds, with the third power of the number of trials, so beyond 500 TPE is the better choice.
 *
 * @param options.startTrials - how many trials come first, one in the middle and the others spread evenly; defaults to 5, and 1
 *   more for every second hyperparameter
 * @see D. Jones, M. Schonlau and W. Welch, "Efficient Global Optimization of Expensive Black-Box Functions" (1998)
 * @see S. Ament et al., "Unexpected Improvements to Expected Improvement for Bayesian Optimization" (2023), on its logarithm
 * @see C. Hvarfner, E. Hellsten and L. Nardi, "Vanilla Bayesian Optimization Performs Great in High Dimensions" (2024)
 * @example
 * gaussianProcess({ startTrials: 8 }).name; // "gaussian-process"
 */
export function gaussianProcess(options: GaussianProcessOptions = {}): Sampler {
  checkOptions("gaussianProcess", options, ["startTrials"]);
  const fit = surrogateFitter();
  return {
    name: "gaussian-process",
    suggest(request): Parameters {
      const axes = axesOf(request.space);
      const { startTrials = 5 + Math.floor(axes.list.length / 2) } = options;
      const { trials: observed, values } = tellingOnes(observedValues(request));
      if (isStarting(request, startTrials) || observed.length < 2 || axes.list.length === 0)
        return parametersAt(axes, snap(axes, startingPoint(axes, sampledBefore(request), request.seed)));

      const points = rowsOf(axes, observed);
      const { list, numeric } = axes;
      const surrogate = fit({ points, samples: observed.length, axes: list.length, numeric }, values);
      const smoothed = smoothedTargets(surrogate);
      const byTarget = [...smoothed.keys()].sort((a, b) => smoothed[a]! - smoothed[b]!);
      const running = rowsOf(axes, runningBeside(request));
      const { posterior, means } = believe(surrogate, running);
      const ranked = maximizeImprovement({
        axes,
        posterior,
        best: means.reduce((least, mean) => Math.min(least, mean), smoothed[byTarget[0]!]!),
        centres: byTarget.slice(0, centres).map((row) => rowAt(points, row, list.length)),
        random: request.random,
      });
      const isNew = (point: Float64Array): boolean => !hasRow(points, point) && !hasRow(running, point);
      return parametersAt(axes, ranked.find(isNew) ?? ranked[0]!);
    },
  };
}

/** The middle of all numbers' ranges first, where a guess would begin; then points spread evenly. */
function startingPoint({ list, numeric }: Axes, drawn: number, seed: number): Float64Array {
  const point = scrambledHalton(drawn, list.length, seed);
  return drawn === 0 ? point.fill(0.5, 0, numeric) : point;
}

/** Guesses would make a plain of where the best lies. */
function tellingOnes({ trials, values, telling }: StudyValues): ObservedValues {
  return { trials: trials.filter((_, i) => telling[i]), values: values.filter((_, i) => telling[i]) };
}

function runningBeside({ trials, number }: SuggestRequest): TrialRecord[] {
  return trials.filter((trial) => trial.state === "running" && trial.number !== number);
}

/** Points of trials one after the other: [trials, axes]. */
function rowsOf(axes: Axes, trials: readonly TrialRecord[]): Float64Array {
  const rows = new Float64Array(trials.length * axes.list.length);
  trials.forEach(({ parameters }, i) => {
    rows.set(pointOf(axes, parameters), i * axes.list.length);
  });
  return rows;
}

function rowAt(rows: Float64Array, row: number, axes: number): Float64Array {
  return rows.slice(row * axes, (row + 1) * axes);
}

function hasRow(rows: Float64Array, point: Float64Array): boolean {
  for (let start = 0; start < rows.length; start += point.length)
    if (point.every((at, k) => Math.abs(at - rows[start + k]!) < 1e-12)) return true;
  return false;
}
