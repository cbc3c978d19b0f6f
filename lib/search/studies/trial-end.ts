import type { TrialEnd } from "../stores/store.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { thrownText } from "../workers/thrown-text.js";
import { TrialLost } from "../workers/trial-lost.js";
import type { Outcome } from "./study.js";

/** How a trial ends with what its objective returned: a value, or the reason why there is none. */
export function endWith(returned: unknown): Outcome {
  if (typeof returned === "number" && Number.isFinite(returned))
    return { state: "complete", value: returned };
  return { state: "failed", failure: `The objective returned ${describe(returned)}.` };
}

/** How a trial ends that was told to stop: with its last report. */
export function endPruned({ intermediate }: TrialRecord): Outcome {
  const last = intermediate.at(-1)?.value;
  return { state: "pruned", ...(last !== undefined && Number.isFinite(last) && { value: last }) };
}

/** How a trial ends whose objective threw. */
export function endThrown(error: unknown): Outcome {
  if (error instanceof TrialLost) return { state: "failed", failure: error.message };
  const failure =
    error instanceof Error ? `${error.name}: ${error.message}` : `The objective threw ${thrownText(error)}.`;
  return { state: "failed", failure };
}

/** An outcome with its time. */
export function endedNow(outcome: Outcome): TrialEnd {
  return { ...outcome, ended: Date.now() } as TrialEnd;
}

function describe(value: unknown): string {
  if (typeof value === "number" || value === undefined || value === null) return String(value);
  if (typeof value === "string") return `the text ${JSON.stringify(value)}`;
  return `a value of type ${typeof value}, not a number`;
}
