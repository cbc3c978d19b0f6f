import { normal, type RandomSource } from "../../core/index.js";
import { minimizeBounded } from "../numerics/minimize-bounded.js";
import { type Axes, allPoints, existsAt, levelPlaces, nextPlaces, randomPoint, snap } from "./axes.js";
import { logImprovement } from "./log-improvement.js";
import { type Posterior, predict, workspaceFor } from "./posterior.js";

/** What the search for the best point goes by. */
export interface MaximizeImprovementRequest {
  readonly axes: Axes;
  readonly posterior: Posterior;
  /** The value that is to be improved upon, in the process' own units; less is better. */
  readonly best: number;
  /** Points near which better ones may lie: the best so far, snapped. */
  readonly centres: readonly Float64Array[];
  readonly random: RandomSource;
}

interface Candidate {
  readonly point: Float64Array;
  readonly value: number;
}

const evenCandidates = 100;
const nearCandidates = 100;
/** A space of no more configurations is searched through. */
const fewPoints = 500;
const climbs = 4;
/** So little noise, as a share of the function's variance, is the arithmetic's and hides nothing. */
const arithmeticNoise = 1e-5;

/**
 * Points by the improvement expected of them, best first, and by how little of it noise would hide: else a model that takes
 * ripples for noise tries the same corner again and again. Random points and ones near the best so far are compared, and the
 * best of both climb, numbers by their gradient, steps and choices one at a time.
 *
 * @see D. Huang et al., "Global Optimization of Stochastic Black-Box Systems via Sequential Kriging Meta-Models" (2006), on
 *   augmented expected improvement
 */
export function maximizeImprovement(request: MaximizeImprovementRequest): Float64Array[] {
  const { axes, posterior, best, centres, random } = request;
  const work = workspaceFor(posterior);
  const noise = Math.max(posterior.process.noise - arithmeticNoise, 0) * posterior.process.variance;
  const score = (point: Float64Array, gradient?: Float64Array): number => {
    const { mean, variance } = predict(posterior, point, work, gradient !== undefined);
    const deviation = Math.sqrt(variance);
    const { value, byMean, byDeviation } = logImprovement((best - mean) / deviation);
    const told = Math.sqrt(variance + noise);
    const learned = variance / (told * (told + Math.sqrt(noise)));
    gradient?.forEach((_, k) => {
      const byVariance = work.varianceGradient[k]!;
      gradient[k] =
        (byMean * work.meanGradient[k]! - (byDeviation * byVariance) / (2 * deviation)) / deviation -
        (Math.sqrt(noise) * byVariance) / (2 * told ** 3 * learned);
    });
    return -(Math.log(deviation) + value + Math.log(learned));
  };
  const scored = (point: Float64Array): Candidate => ({ point, value: score(point) });
  const byValue = (a: Candidate, b: Candidate): number => a.value - b.value;

  const spread =
    allPoints(axes, fewPoints) ?? Array.from({ length: evenCandidates }, () => randomPoint(axes, random));
  const even = spread.map(scored).sort(byValue);
  const near = Array.from({ length: centres.length > 0 ? nearCandidates : 0 }, (_, i) =>
    scored(neighbour(axes, centres[i % centres.length]!, random)),
  ).sort(byValue);
  const half = Math.ceil(climbs / 2);
  const starts = [...near.slice(0, half), ...even.slice(0, climbs - half)];
  const climbed = starts.map((start) => climb(axes, start, score));
  return [...climbed, ...near, ...even].sort(byValue).map(({ point }) => point);
}

/** A point near another: some of its coordinates moved, by a distance of any order. */
function neighbour(axes: Axes, centre: Float64Array, random: RandomSource): Float64Array {
  const reach = 10 ** (-4 + 3.5 * random());
  const share = Math.max(1 / axes.list.length, random());
  const point = Float64Array.from(centre, (at, k) => {
    const moves = random() < share;
    const step = normal(random);
    const anywhere = random();
    if (!moves) return at;
    if (axes.list[k]!.isChoice) return anywhere < 0.5 ? random() : at;
    return Math.min(Math.max(at + reach * step, 0), 1);
  });
  return snap(axes, point);
}

/** Improves a candidate: numbers by gradient, then each stepped or chosen coordinate by trying its others. */
function climb(
  axes: Axes,
  start: Candidate,
  score: (point: Float64Array, gradient?: Float64Array) => number,
): Candidate {
  let at = byGradient(axes, start, score);
  const discrete = axes.list.flatMap(({ levels }, k) => (Number.isFinite(levels) ? [k] : []));
  for (let sweep = 0; sweep < 3 && discrete.length > 0; sweep++) {
    const before = at.value;
    for (const k of discrete)
      for (const place of otherPlaces(axes, at.point, k)) {
        const point = Float64Array.from(at.point);
        point[k] = place;
        const value = score(snap(axes, point));
        if (value < at.value) at = { point, value };
      }
    if (!(at.value < before)) break;
    at = byGradient(axes, at, score);
  }
  return at;
}

/** The other places of a coordinate: all of a choice's, the neighbours of a stepped number's. */
function otherPlaces(axes: Axes, point: Float64Array, k: number): number[] {
  const axis = axes.list[k]!;
  if (!existsAt(axes.list, point, k)) return [];
  return axis.isChoice
    ? levelPlaces(axis).filter((place) => place !== point[k])
    : nextPlaces(axis, point[k]!);
}

/** Climbs over the numbers that exist and have no steps, the rest held. */
function byGradient(
  axes: Axes,
  start: Candidate,
  score: (point: Float64Array, gradient?: Float64Array) => number,
): Candidate {
  const free = axes.list.map(
    ({ levels }, k) => levels === Number.POSITIVE_INFINITY && existsAt(axes.list, start.point, k),
  );
  if (!free.includes(true)) return start;
  const low = start.point.map((at, k) => (free[k] ? 0 : at));
  const high = start.point.map((at, k) => (free[k] ? 1 : at));
  const { x, value } = minimizeBounded(score, start.point, low, high, {
    maxEvaluations: 30,
    gradientTolerance: 1e-4,
    valueTolerance: 1e-6,
  });
  return value < start.value ? { point: x, value } : start;
}
