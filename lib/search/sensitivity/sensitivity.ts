import { displayAs, type Interval, randomSource } from "../../core/index.js";
import { assertOptions } from "../options/assert-options.js";
import { bestPlace } from "./best-place.js";
import { correctedInterval } from "./corrected-interval.js";
import { isEvident } from "./evidence.js";
import { existence } from "./existence.js";
import { effectsUnder, sumsOf } from "./fit-effects.js";
import { sensitivityForms } from "./format-sensitivity.js";
import { axisPairs } from "./pairs.js";
import { sensitivityRules } from "./sensitivity-rules.js";
import type { ParameterSensitivity, Sensitivity } from "./sensitivity-table.js";
import { drawEffects, drawWeights, likeliestSpreads, spreadsAt } from "./spreads.js";
import { type StudiedTrials, studiedPoints } from "./studied-trials.js";
import { surrogateTerms, type Term } from "./terms.js";

/** How {@link sensitivity} is computed. */
export interface SensitivityOptions {
  /** How often the surrogate is drawn anew for the intervals; defaults to 500. */
  readonly resamples?: number;
  /** How often an interval holds the true share, in 0…1; defaults to 0.95. */
  readonly confidence?: number;
  /** Seed of the draws; defaults to 0. */
  readonly seed?: number;
}

/**
 * How much each hyperparameter of a study matters, over the whole space: Sobol's shares by a regression on polynomials, with
 * intervals, whoever proposed the trials.
 *
 * @param options.resamples - how often the surrogate is drawn anew for the intervals; defaults to 500
 * @param options.confidence - how often an interval holds the true share; defaults to 0.95
 * @param options.seed - of the draws; defaults to 0
 * @throws UsageError for fewer than 8 complete trials
 * @example
 * const searched = ["x", "y"].map((name) => ({
 *   name,
 *   role: "nuisance",
 *   distribution: { type: "float", low: 0, high: 1, log: false },
 * }));
 * const trials = Array.from({ length: 30 }, (_, number) => ({
 *   number,
 *   state: "complete",
 *   parameters: { x: number / 30, y: ((7 * number) % 30) / 30 },
 *   value: number,
 * }));
 * const { parameters } = sensitivity({ space: searched, trials, direction: "minimize" });
 * parameters.map(({ name, verdict }) => `${name} ${verdict}`); // ["x high", "y none"]
 * @see I. Sobol, "Sensitivity Estimates for Nonlinear Mathematical Models" (1993)
 * @see B. Sudret, "Global Sensitivity Analysis Using Polynomial Chaos Expansions" (2008)
 */
export function sensitivity(study: StudiedTrials, options: SensitivityOptions = {}): Sensitivity {
  assertOptions("sensitivity", options, sensitivityRules);
  const { resamples = 500, confidence = 0.95, seed = 0 } = options;
  const studied = studiedPoints(study, "sensitivity");
  const { axes, points, values, cut } = studied;
  const terms = surrogateTerms(axes, axisPairs(studied));
  const shares = new Float64Array(points.length).fill(1);
  const sums = sumsOf(points.map(terms.at), values, shares);
  const logs = likeliestSpreads(sums, terms.list);
  const spreads = spreadsAt(logs, terms.list, sums);
  const effects = effectsUnder(sums, spreads);

  const random = randomSource(seed, "sensitivity");
  const existing = existence(axes, terms.list);
  const estimate = sobolShares(effects.weights, terms.list, existing, axes.list.length);
  const drawn = drawEffects(sums, terms.list, logs, Math.ceil(resamples / 2), random);
  const draws = Array.from({ length: resamples }, (_, i) =>
    sobolShares(drawWeights(drawn[i >> 1]!, random), terms.list, existing, axes.list.length),
  );
  const interval = (of: (shares: SobolShares) => number, isEvident: boolean): Interval => {
    const { low, high, estimate: corrected } = correctedInterval(of(estimate), draws.map(of), confidence);
    return isEvident ? { estimate: corrected, low, high } : { estimate: corrected, low: 0, high };
  };
  const without = (isLeftOut: (term: Term) => boolean): boolean =>
    isEvident(sums, spreads, effects, terms.list, isLeftOut);

  const parameters = axes.list.map(({ name }, k): ParameterSensitivity => {
    const matters = without((term) => term.axes.includes(k));
    const mattersAlone = matters && without((term) => term.axes.length === 1 && term.axes[0] === k);
    const total = interval((shares) => shares.total[k]!, matters);
    const partner = strongestPartner(estimate.pairs[k]!);
    const together = (term: Term): boolean =>
      term.axes.length === 2 && term.axes.includes(k) && term.axes.includes(partner);
    const hasPartner = partner >= 0 && matters && without(together);
    return {
      name,
      firstOrder: within(
        interval((shares) => shares.first[k]!, mattersAlone),
        total,
      ),
      total,
      verdict: !matters
        ? "none"
        : total.estimate >= 0.25
          ? "high"
          : total.estimate >= 0.05
            ? "medium"
            : "low",
      ...bestPlace(axes, k, terms, effects.weights),
      ...(hasPartner
        ? { partner: { name: axes.list[partner]!.name, share: interval((s) => s.pairs[k]![partner]!, true) } }
        : {}),
      trialsNeeded: Math.max(points.length, Math.ceil(points.length * ((total.high - total.low) / 0.1) ** 2)),
    };
  });
  const rank = ({ total, verdict }: ParameterSensitivity): number =>
    total.estimate - (verdict === "none" ? 1 : 0);
  const made: Sensitivity = {
    parameters: parameters.sort((a, b) => rank(b) - rank(a)),
    trials: points.length,
    cut,
    explained:
      sums.square > 0 ? 1 - Math.min(1, (effects.noiseVariance * (sums.samples - 1)) / sums.square) : 0,
  };
  return displayAs(made, () => sensitivityForms(made));
}

/** With which other axis it shares most; −1 with none. */
function strongestPartner(pairs: Float64Array): number {
  const most = Math.max(...pairs);
  return most > 0 ? pairs.indexOf(most) : -1;
}

/** What a hyperparameter does by itself is a part of all that it does, though each is corrected for itself. */
function within({ estimate, low, high }: Interval, total: Interval): Interval {
  return {
    estimate: Math.min(estimate, total.estimate),
    low: Math.min(low, total.low),
    high: Math.min(high, total.high),
  };
}

/** Variance shares of one surrogate. */
interface SobolShares {
  readonly first: Float64Array;
  readonly total: Float64Array;
  readonly pairs: readonly Float64Array[];
}

function sobolShares(
  weights: Float64Array,
  terms: readonly Term[],
  existing: Float64Array,
  axes: number,
): SobolShares {
  const first = new Float64Array(axes);
  const total = new Float64Array(axes);
  const pairs = Array.from({ length: axes }, () => new Float64Array(axes));
  let whole = 0;
  terms.forEach((term, t) => {
    const part = existing[t]! * weights[t]! ** 2;
    const [a, b] = term.axes as [number, number?];
    whole += part;
    total[a]! += part;
    if (b === undefined) first[a]! += part;
    else {
      total[b]! += part;
      pairs[a]![b]! += part;
      pairs[b]![a]! += part;
    }
  });
  const scale = whole > 0 ? 1 / whole : 0;
  const shared = (parts: Float64Array): Float64Array => parts.map((part) => part * scale);
  return { first: shared(first), total: shared(total), pairs: pairs.map(shared) };
}
