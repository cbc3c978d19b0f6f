import { shortValue } from "../../core/index.js";
import { describeDistribution } from "../space/describe-distribution.js";
import type { Limit } from "./diverged-limit.js";
import type { ObservedStudy } from "./observed-study.js";
import { stableRange } from "./stable-space.js";
import type { StudyFinding } from "./study-finding.js";

/** The region where trials fail or come out far beyond the others, where one limit of one hyperparameter tells it. */
export function divergedRegion(limit: Limit, { trials }: ObservedStudy): StudyFinding {
  const { parameter, side, at, beyond, divergedBeyond, divergedBefore } = limit;
  const { name } = parameter;
  const [place, far] = side === "with" ? [JSON.stringify(at), "with it"] : [shortValue(at), `${side} it`];
  const stable =
    side === "with"
      ? ""
      : `; the ${side === "above" ? "largest" : "smallest"} stable ${name} is about ${shortValue(at)}`;
  const range = stableRange(limit);
  const only = range.type === "choice" ? range.choices.length === 1 : range.low === range.high;
  const declared = only
    ? `fixed(${JSON.stringify(range.type === "choice" ? range.choices[0] : range.low)})`
    : describeDistribution(range);
  return {
    ...{ code: "diverged-region", severity: "note", where: name },
    title: `Training diverges with ${name} ${side === "with" ? place : `${side} ${place}`}`,
    evidence: `${divergedBeyond} of ${beyond} trials ${far} failed or came out far beyond the others, ${divergedBefore} of the other ${trials.length - beyond}${stable}.`,
    fix: `Declare ${name}: ${declared}${/rate/i.test(name) && side === "above" ? ", or warm the learning rate up or clip gradients to go beyond" : ""}.`,
  };
}
