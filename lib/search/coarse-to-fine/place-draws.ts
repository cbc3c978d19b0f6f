import { normal, type RandomSource } from "../../core/index.js";
import { type Axes, pointOf, randomPoint, snap } from "../gaussian-process/axes.js";
import type { Observations } from "../gaussian-process/likelihood.js";
import { predict, workspaceFor } from "../gaussian-process/posterior.js";
import { type Surrogate, smoothedTargets } from "../gaussian-process/surrogate.js";
import { surrogateFitter } from "../gaussian-process/surrogate-fitter.js";
import { tellingRows } from "../gaussian-process/telling-rows.js";
import { dot, packedCholesky, packedLength } from "../numerics/packed-cholesky.js";
import type { ObservedValues } from "../samplers/observed-values.js";

/** How many places are looked at, a third of them all over the space and the rest about the most promising ones. */
const candidates = 300;
const centres = 6;
/** How far from a promising place, as shares of each range. */
const reaches = [0.25, 0.1, 0.04, 0.015];
/** How often the promising places are sought about those before, and how many are looked at each time. */
const climbs = 4;
const steps = 80;
/** Of very many trials, the best and as many others tell enough; these are chosen anew every so many trials. */
const mostTrials = 300;
const chosenEvery = 15;

/** How {@link placeDraws} draws. */
export interface PlaceDrawOptions {
  readonly draws: number;
  /** What the process' doubt counts: 1 for all that is possible, less for what is likely. */
  readonly doubt: number;
  readonly random: RandomSource;
}

/** A surrogate of which places are drawn. */
export interface PlaceDraws {
  /** Places where the optimum may lie: points on the axes, [draws][axes]. */
  draw(options: PlaceDrawOptions): Float64Array[];
  /** One function that is possible, as its values at all places that are looked at: of mean 0 and variance 1 over the trials. */
  values(doubt: number, random: RandomSource): Float64Array;
  /** 1/length-scale² of each axis. */
  readonly scales: Float64Array;
}

/**
 * Where the optimum may lie, given the trials: each draw is the best place of one function that a Gaussian process holds for possible.
 *
 * @see D. Russo and B. Van Roy, "Learning to Optimize via Posterior Sampling" (2014)
 */
export function placeDraws(
  axes: Axes,
  observed: ObservedValues,
  random: RandomSource,
  fit: (observations: Observations, values: Float64Array) => Surrogate = surrogateFitter(),
): PlaceDraws {
  const { list, numeric } = axes;
  const rows = toldRows(observed.values);
  const trials = [...rows].map((row) => observed.trials[row]!);
  const told = rows.map((row) => observed.values[row]!);
  const points = new Float64Array(trials.length * list.length);
  for (const [i, { parameters }] of trials.entries()) points.set(pointOf(axes, parameters), i * list.length);
  const observations = { points, samples: trials.length, axes: list.length, numeric };
  const surrogate = fit(observations, told);
  const places = promising(axes, surrogate, random);
  while (places.length < candidates)
    places.push(
      places.length % 3 === 0
        ? randomPoint(axes, random)
        : beside(axes, places[places.length % centres]!, reaches[places.length % reaches.length]!, random),
    );

  const work = workspaceFor(surrogate);
  const { kernel, scales, process } = surrogate;
  const lower = new Float64Array(packedLength(places.length));
  const means = new Float64Array(places.length);
  const whitened: Float64Array[] = [];
  for (let i = 0, at = 0; i < places.length; i++) {
    means[i] = predict(surrogate, places[i]!, work).mean;
    whitened.push(work.whitened.slice());
    for (let j = 0; j <= i; j++) {
      const together = kernel.correlation(distance(places[i]!, places[j]!, scales, numeric));
      lower[at++] = together - dot(whitened[i]!, 0, whitened[j]!, 0, trials.length) + (i === j ? 1e-6 : 0);
    }
  }
  const isPositive = packedCholesky(lower, places.length);
  const deviation = Math.sqrt(process.variance);
  const values: PlaceDraws["values"] = (doubt, random) => {
    const noise = Float64Array.from(places, () => normal(random));
    let start = 0;
    return means.map((mean, i) => {
      const off = isPositive ? doubt * deviation * dot(lower, start, noise, 0, i + 1) : 0;
      start += i + 1;
      return mean + off;
    });
  };
  const draw: PlaceDraws["draw"] = ({ draws, doubt, random }) =>
    Array.from({ length: draws }, () => places[leastOf(values(doubt, random))]!);
  return { draw, values, scales };
}

/** The telling rows of the trials up to a point that moves seldom, and all since: what was fitted to them serves until it moves. */
function toldRows(values: Float64Array): Float64Array {
  const since = Math.max(0, values.length - mostTrials) % chosenEvery;
  const chosen = tellingRows(values.subarray(0, values.length - since), mostTrials);
  return Float64Array.from([
    ...chosen,
    ...values.subarray(0, since).map((_, i) => values.length - since + i),
  ]);
}

/** Where the least of some values stands. */
export function leastOf(values: Float64Array): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! < values[at]!) at = i;
  return at;
}

/** The places that the process' mean holds for best, the best trials' own to begin with. */
function promising(axes: Axes, surrogate: Surrogate, random: RandomSource): Float64Array[] {
  const { points } = surrogate.observations;
  const work = workspaceFor(surrogate);
  const smoothed = smoothedTargets(surrogate);
  const size = axes.list.length;
  let known = [...smoothed.keys()].map((row) => ({
    point: snap(axes, points.slice(row * size, (row + 1) * size)),
    mean: smoothed[row]!,
  }));
  for (let climb = 0; climb <= climbs; climb++) {
    known = known.sort((a, b) => a.mean - b.mean).slice(0, centres);
    if (climb === climbs) break;
    const count = known.length;
    for (let i = 0; i < steps; i++) {
      const point = beside(axes, known[i % count]!.point, 0.5 * reaches[i % reaches.length]!, random);
      known.push({ point, mean: predict(surrogate, point, work).mean });
    }
  }
  return known.map(({ point }) => point);
}

/** A point near another one: each number moved, a choice now and then. */
export function beside(axes: Axes, point: Float64Array, reach: number, random: RandomSource): Float64Array {
  return snap(
    axes,
    point.map((at, k) => {
      if (axes.list[k]!.isChoice) return random() < reach || at < 0 ? random() : at;
      return Math.min(1, Math.max(0, at + reach * normal(random)));
    }),
  );
}

function distance(a: Float64Array, b: Float64Array, scales: Float64Array, numeric: number): number {
  let square = 0;
  for (let k = 0; k < a.length; k++) {
    const difference = a[k]! - b[k]!;
    square += scales[k]! * (k < numeric ? difference * difference : difference === 0 ? 0 : 1);
  }
  return square;
}
