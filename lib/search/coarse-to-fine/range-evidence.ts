import { quantile } from "../../core/index.js";
import type { ObservedValues } from "../samplers/observed-values.js";
import { containsValue } from "../space/contains-value.js";
import type { Distribution, ParameterValue } from "../space/distribution.js";
import { fromUnit } from "../space/from-unit.js";
import { toUnit } from "../space/to-unit.js";
import { bestOf } from "./parts.js";
import type { RangeEvidence } from "./round.js";
import { stretchOf } from "./sub-range.js";

/** What the evidence on one range is counted from. */
export interface EvidenceRequest {
  readonly name: string;
  /** As declared. */
  readonly range: Distribution;
  readonly before: Distribution;
  readonly after: Distribution;
  readonly optimum: readonly ParameterValue[];
  readonly observed: ObservedValues;
  /** Each half of the trials, and where the optimum lies by it alone. */
  readonly halves: readonly ObservedValues[];
  readonly foretold: readonly (readonly number[])[];
}

/** The numbers behind a decision on one range. */
export function rangeEvidence(request: EvidenceRequest): RangeEvidence {
  const { name, range, before, after, optimum, observed } = request;
  const { trials } = observed;
  const has = (i: number) => name in trials[i]!.parameters;
  const having = [...trials.keys()].filter(has);
  const best = bestOf(observed).filter(has);
  const isInside = (i: number) => containsValue(after, trials[i]!.parameters[name]!);
  const failed = (of: readonly number[]) =>
    of.length === 0 ? 0 : of.filter((i) => trials[i]!.state === "failed").length / of.length;
  return {
    trials: having.length,
    best: best.length,
    bestInside: best.filter(isInside).length,
    optimum,
    ...edges(
      range,
      before,
      best.map((i) => trials[i]!.parameters[name]!),
    ),
    divergedInside: failed(having.filter(isInside)),
    divergedOutside: failed(having.filter((i) => !isInside(i))),
    heldOutCost: heldOutCost(request),
  };
}

function edges(
  range: Distribution,
  before: Distribution,
  values: readonly ParameterValue[],
): { atLow: number; atHigh: number } {
  if (range.type === "choice" || before.type === "choice") return { atLow: 0, atHigh: 0 };
  const [p, q] = stretchOf(range, before);
  const shares = values.map((value) => (toUnit(range, value) - p) / (q - p));
  return {
    atLow: shares.filter((share) => share < 0.05).length,
    atHigh: shares.filter((share) => share > 0.95).length,
  };
}

/** What each half of the trials would have cost the other, had it alone decided: the mean, in the objective's unit. */
function heldOutCost({ name, range, halves, foretold }: EvidenceRequest): number {
  const costs = foretold.map((places, side) => {
    const { trials, values } = halves[1 - side]!;
    if (places.length === 0 || trials.length === 0) return 0;
    const sorted = [...places].sort((a, b) => a - b);
    const [low, high] = [quantile(sorted, 0.0025), quantile(sorted, 0.9975)];
    const margin = 0.08;
    const holds = (value: ParameterValue): boolean => {
      if (range.type === "choice") return places.some((place) => fromUnit(range, place) === value);
      const place = toUnit(range, value);
      return place >= low - margin && place <= high + margin;
    };
    const leastOf = (of: readonly number[]) => of.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const kept = values.filter((_, i) => {
      const value = trials[i]!.parameters[name];
      return value === undefined || holds(value);
    });
    const cost = leastOf([...kept]) - leastOf([...values]);
    return Number.isFinite(cost) ? cost : Math.max(...values) - leastOf([...values]);
  });
  return costs.length === 0 ? 0 : costs.reduce((a, b) => a + b, 0) / costs.length;
}
