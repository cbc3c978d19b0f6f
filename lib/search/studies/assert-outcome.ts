import { shownValue, UsageError } from "../../core/index.js";
import type { Outcome } from "./study.js";

/** Refuses what is no end of a trial; a bare number that is not finite is one: it failed. */
export function assertOutcome(outcome: unknown): asserts outcome is Outcome {
  const { state, value } = (outcome ?? {}) as Partial<Outcome>;
  const isNumber = value === undefined ? state !== "complete" : Number.isFinite(value);
  if (["complete", "pruned", "failed"].includes(`${state}`) && isNumber) return;
  throw new UsageError({
    got: `tell got ${shownValue(outcome)}.`,
    expected: 'a number, or a state of "complete" with a finite value, "pruned" or "failed".',
    fix: 'write tell(trial, 0.12), or tell(trial, { state: "failed", failure: "diverged" }).',
  });
}
