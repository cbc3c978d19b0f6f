import type { ChoiceDistribution } from "../space/distribution.js";
import { fromUnit } from "../space/from-unit.js";
import type { RangeAction } from "./round.js";

/** A choice that wins in fewer of the draws is left out. */
const leastShare = 0.02;

/** The choices of the next round: those that win in some draws, or in some of the best trials. */
export function decideChoice(
  whole: ChoiceDistribution,
  before: ChoiceDistribution,
  places: readonly number[],
  best: readonly number[],
): { action: RangeAction; after: ChoiceDistribution; optimum: ChoiceDistribution["choices"] } {
  const wins = (choice: unknown, of: readonly number[]) =>
    of.filter((place) => fromUnit(whole, place) === choice).length;
  const optimum = whole.choices.filter((choice) => wins(choice, places) >= leastShare * places.length);
  const kept = whole.choices.filter((choice) => optimum.includes(choice) || wins(choice, best) > 0);
  const [added, left] = [
    kept.filter((choice) => !before.choices.includes(choice)).length,
    before.choices.filter((choice) => !kept.includes(choice)).length,
  ];
  const action = added > 0 ? (left > 0 ? "shift" : "widen") : left > 0 ? "narrow" : "keep";
  return { action, after: action === "keep" ? before : { type: "choice", choices: kept }, optimum };
}
