import { shortValue } from "../../core/index.js";
import { describeDistribution } from "../space/describe-distribution.js";
import type { Distribution, ParameterValue } from "../space/distribution.js";
import type { RangeDecision } from "./round.js";

/** What was decided on one range, and why, in a sentence. */
export function decisionSentence(
  { name, action, before, after, evidence }: Omit<RangeDecision, "sentence">,
  declared: Distribution,
): string {
  const { trials, best, bestInside, optimum, atLow, atHigh, heldOutCost, divergedOutside } = evidence;
  const to = rangeText(after);
  const head = {
    keep: `${name} stays in ${to}`,
    narrow: `${name} narrows from ${rangeText(before)} to ${to}`,
    shift: `${name} shifts from ${rangeText(before)} to ${to}`,
    widen: `${name} widens from ${rangeText(before)} to ${to}`,
    log: `${name} is drawn in logarithms from now on, in ${to}`,
    drop: `${name} is dropped and stays at ${to}`,
  }[action];
  if (action === "drop") return `${head}: after ${trials} trials there is no evidence that it matters.`;
  const place =
    optimum.length === 0
      ? "it was asked to stay, or no trial tells"
      : `by ${trials} trials the optimum lies ${placeText(optimum, declared)}`;
  const hits = atLow + atHigh > 0 && before.type !== "choice" ? `, ${edgeText(atLow, atHigh, best)}` : "";
  const failed = divergedOutside > 0 ? `, ${percent(divergedOutside)} of the trials left out had failed` : "";
  const cost =
    action === "keep" || optimum.length === 0
      ? ""
      : heldOutCost > 0
        ? `; half of the trials alone would have cut ${shortValue(heldOutCost)} off the other half's best`
        : "; half of the trials alone would have lost none of the other half's best";
  const inside = optimum.length === 0 || best === 0 ? "" : `, ${bestInside} of the ${best} best are inside`;
  return `${head}: ${place}${inside}${hits}${failed}${cost}.`;
}

function placeText(optimum: readonly ParameterValue[], declared: Distribution): string {
  if (declared.type === "choice") return `at ${optimum.map((value) => JSON.stringify(value)).join(", ")}`;
  const [low, high] = [shortValue(optimum[0]!), shortValue(optimum.at(-1)!)];
  return low === high ? `at ${low}` : `between ${low} and ${high}`;
}

function edgeText(atLow: number, atHigh: number, best: number): string {
  const sides = [
    ...(atLow > 0 ? [`${atLow} at its lower`] : []),
    ...(atHigh > 0 ? [`${atHigh} at its upper`] : []),
  ];
  return `${sides.join(" and ")} end (of the ${best} best)`;
}

/** Without what did not change: "0.0001 … 0.01", "adam, sgd". */
function rangeText(distribution: Distribution): string {
  if (distribution.type === "choice")
    return distribution.choices.map((choice) => shortValue(choice)).join(", ");
  return distribution.low < distribution.high
    ? `${shortValue(distribution.low)} … ${shortValue(distribution.high)}`
    : describeDistribution(distribution);
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
