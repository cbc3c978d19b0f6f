import type { Limit } from "./diverged-limit.js";
import type { ObservedStudy } from "./observed-study.js";
import { isStable } from "./stable-space.js";
import type { StudyFinding } from "./study-finding.js";

/** Below this share of the trials, failures are the search's daily bread. */
const leastShare = 0.2;

/** Trials that fail, and no limit of a hyperparameter says why. */
export function checkTrialsFail({ trials }: ObservedStudy, limit: Limit | undefined): StudyFinding[] {
  const rest = limit === undefined ? trials : trials.filter((trial) => isStable(trial, limit));
  const failed = rest.filter(({ state }) => state === "failed");
  if (failed.length < Math.max(Math.min(3, rest.length), leastShare * rest.length) || failed.length === 0)
    return [];
  const reasons = new Map<string, number>();
  for (const { failure = "no reason was given" } of failed)
    reasons.set(failure, (reasons.get(failure) ?? 0) + 1);
  const [reason, times] = [...reasons].reduce((a, b) => (b[1] > a[1] ? b : a));
  const all = failed.length === trials.length;
  const often = times === failed.length ? "" : `, ${times} of them`;
  return [
    {
      ...{ code: "trials-fail", severity: "warning", where: "study" },
      title: all ? "Every trial failed" : `${failed.length} of ${rest.length} trials failed`,
      evidence: `${all ? `All ${failed.length}` : failed.length} failed${often} with: ${reason.split("\n")[0]}${all ? "" : " No limit of one hyperparameter tells which."}`,
      fix: `See study.trials[${failed[0]!.number}].failure and the others', and run the objective by hand with the parameters of one.`,
    },
  ];
}
