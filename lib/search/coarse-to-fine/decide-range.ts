import { quantile } from "../../core/index.js";
import { fromUnit } from "../space/from-unit.js";
import type { RangeAction } from "./round.js";
import { inLogarithms, type NumberDistribution, type Stretch, stretchOf, subRange } from "./sub-range.js";

/** How few of the draws may lie beyond either end: some go astray. */
const tail = 1 / 400;
/** The least part of the old range that a new one has. */
const leastShare = 0.5;
/** Changes below this share of the old range are none. */
const smallChange = 0.1;

/** What is proposed for one range of numbers. */
export interface ProposedRange {
  readonly action: RangeAction;
  readonly after: NumberDistribution;
  /** Of the optimum, on the axis of `whole`. */
  readonly optimum: Stretch;
}

/**
 * The next range of one number: it holds the optimum's place in nearly all draws, and the best trials.
 *
 * @param whole - the declared range, on whose axis the places lie
 * @param places - where the optimum lies in each draw
 * @param best - where the best trials lie
 */
export function decideRange(
  whole: NumberDistribution,
  before: NumberDistribution,
  places: readonly number[],
  best: readonly number[],
): ProposedRange {
  const sorted = [...places].sort((a, b) => a - b);
  const optimum: Stretch = [quantile(sorted, tail), quantile(sorted, 1 - tail)];
  const [p, q] = stretchOf(whole, before);
  const margin = 0.15 * (q - p);
  const held: Stretch = [
    Math.max(0, Math.min(optimum[0], ...best) - margin),
    Math.min(1, Math.max(optimum[1], ...best) + margin),
  ];
  const log = inLogarithms(whole);
  if (log !== undefined && !before.log && held[1] < 0.2) {
    const high = fromUnit(whole, held[1]) as number;
    return { action: "log", after: { ...log, high: Math.min(whole.high, high) }, optimum };
  }
  const [a, b] = atLeast(held, leastShare * (q - p));
  const [cutLow, cutHigh] = [a - p, q - b].map((cut) => cut / (q - p)) as [number, number];
  const action = actionOf(cutLow, cutHigh);
  return { action, after: action === "keep" ? before : subRange(whole, [a, b]), optimum };
}

function actionOf(cutLow: number, cutHigh: number): RangeAction {
  const [grows, shrinks] = [
    Math.min(cutLow, cutHigh) < -smallChange / 2,
    Math.max(cutLow, cutHigh) > smallChange,
  ];
  if (grows) return shrinks ? "shift" : "widen";
  return cutLow + cutHigh > smallChange ? "narrow" : "keep";
}

/** A stretch made wide enough about its middle, within 0 … 1. */
function atLeast([from, to]: Stretch, width: number): Stretch {
  if (to - from >= width) return [from, to];
  const start = Math.min(1 - width, Math.max(0, (from + to - width) / 2));
  return [start, start + width];
}
