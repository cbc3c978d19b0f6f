import { displayAs, quantile, randomSource } from "../../core/index.js";
import { type Axis, levelPlaces } from "../gaussian-process/axes.js";
import { assertOptions } from "../options/assert-options.js";
import { fromUnit } from "../space/from-unit.js";
import { effectsUnder, sumsOf } from "./fit-effects.js";
import { localSensitivityForms } from "./format-local-sensitivity.js";
import type { LocalParameterSensitivity, LocalSensitivity } from "./local-sensitivity-table.js";
import { axisPairs } from "./pairs.js";
import type { SensitivityOptions } from "./sensitivity.js";
import { sensitivityRules } from "./sensitivity-rules.js";
import { drawEffects, drawWeights, likeliestSpreads, spreadsAt } from "./spreads.js";
import { type StudiedPoints, type StudiedTrials, studiedPoints } from "./studied-trials.js";
import { surrogateTerms } from "./terms.js";

/** How {@link localSensitivity} is computed. */
export interface LocalSensitivityOptions extends SensitivityOptions {
  /** How far each hyperparameter is moved, as a share of its range on its own scale; defaults to 0.1. */
  readonly reach?: number;
}

const rules = {
  ...sensitivityRules,
  reach: {
    allows: (value: unknown) => typeof value === "number" && value > 0 && value <= 1,
    expected: "a share of a range: above 0, and at most 1.",
    fix: "write reach: 0.1, or leave it out.",
  },
};

/** How far from the best trial others still count, in ranges: for each axis, added as squares. */
const nearness = 0.25;

/**
 * How much each hyperparameter matters near the best trial, by a regression in which trials count the more the nearer they are.
 *
 * @param options.reach - how far each is moved, as a share of its range on its own scale; defaults to 0.1
 * @param options.resamples - how often the surrogate is drawn anew for the intervals; defaults to 500
 * @param options.confidence - how often an interval holds the true loss; defaults to 0.95
 * @param options.seed - of the draws; defaults to 0
 * @throws UsageError for fewer than 8 complete trials
 * @example
 * const study = await createStudy({ name: "steep", space: space({ x: float(0, 1), y: float(0, 1) }) });
 * await study.optimize(({ parameters: { x, y } }) => 3 * x + y, { trials: 20 });
 * localSensitivity(study).parameters.map(({ name }) => name); // ["x", "y"]
 */
export function localSensitivity(
  study: StudiedTrials,
  options: LocalSensitivityOptions = {},
): LocalSensitivity {
  assertOptions("localSensitivity", options, rules);
  const { resamples = 500, confidence = 0.95, seed = 0, reach = 0.1 } = options;
  const studied = studiedPoints(study, "localSensitivity");
  const { axes, points, values, trials, unit } = studied;
  const terms = surrogateTerms(axes, axisPairs(studied));
  const rows = points.map(terms.at);
  const fit = (shares: Float64Array) => {
    const sums = sumsOf(rows, values, shares);
    const logs = likeliestSpreads(sums, terms.list);
    return { sums, logs, effects: effectsUnder(sums, spreadsAt(logs, terms.list, sums)) };
  };
  const best = surrogateBest(fit(new Float64Array(points.length).fill(1)).effects.weights, rows, studied);
  const centre = points[best]!;
  const near = fit(Float64Array.from(points, (point) => closeness(axes.list, centre, point)));

  const random = randomSource(seed, "local sensitivity");
  const drawn = drawEffects(near.sums, terms.list, near.logs, Math.ceil(resamples / 2), random);
  const draws = Array.from({ length: resamples }, (_, i) => drawWeights(drawn[i >> 1]!, random));
  const parameters = axes.list.flatMap((axis, k): LocalParameterSensitivity[] => {
    if (!(axis.name in trials[best]!.parameters)) return [];
    const places = movedPlaces(axis, centre[k]!, reach);
    const changes = places.map((place) => {
      const moved = terms.at(Float64Array.from(centre).fill(place, k, k + 1));
      return moved.map((value, t) => value - rows[best]![t]!);
    });
    const loss = (weights: Float64Array): number =>
      changes.reduce((sum, change) => sum + change.reduce((loss, c, t) => loss + c * weights[t]!, 0), 0) /
      changes.length;
    const sorted = draws.map((weights) => unit * loss(weights)).sort((a, b) => a - b);
    const tail = (1 - confidence) / 2;
    const { distribution, name } = axis;
    return [
      {
        name,
        best: trials[best]!.parameters[name]!,
        moved: places.map((place) => fromUnit(distribution, place)),
        loss: {
          estimate: unit * loss(near.effects.weights),
          low: quantile(sorted, tail),
          high: quantile(sorted, 1 - tail),
        },
      },
    ];
  });
  const made: LocalSensitivity = {
    trial: trials[best]!.number,
    parameters: parameters.sort((a, b) => b.loss.estimate - a.loss.estimate),
  };
  return displayAs(made, () => localSensitivityForms(made));
}

/** The row of the complete trial that the surrogate holds for the best. */
function surrogateBest(
  weights: Float64Array,
  rows: readonly Float64Array[],
  { trials }: StudiedPoints,
): number {
  const held = rows.map((row, i) =>
    trials[i]!.state === "complete"
      ? row.reduce((sum, value, t) => sum + value * weights[t]!, 0)
      : Number.POSITIVE_INFINITY,
  );
  return held.indexOf(Math.min(...held));
}

/** How much a trial counts, from 0 to 1. */
function closeness(list: readonly Axis[], centre: Float64Array, point: Float64Array): number {
  const square = list.reduce(
    (sum, { isChoice }, k) =>
      sum + (isChoice ? Number(point[k] !== centre[k]) * nearness ** 2 : (point[k]! - centre[k]!) ** 2),
    0,
  );
  return Math.exp(-square / (2 * nearness ** 2 * list.length));
}

function movedPlaces(axis: Axis, place: number, reach: number): number[] {
  if (axis.isChoice) return levelPlaces(axis).filter((other) => Math.abs(other - place) > 1e-9);
  const step = Number.isFinite(axis.levels)
    ? Math.max(1, Math.round(reach * axis.levels)) / axis.levels
    : reach;
  const inside = [place - step, place + step].filter((at) => at >= 0 && at <= 1);
  const places = inside.length > 0 ? inside : [place > 0.5 ? 0 : 1];
  return Number.isFinite(axis.levels) ? places.map((at) => nearestLevel(axis, at)) : places;
}

function nearestLevel(axis: Axis, place: number): number {
  if (axis.levels > 12) return place;
  return levelPlaces(axis).reduce((a, b) => (Math.abs(b - place) < Math.abs(a - place) ? b : a));
}
