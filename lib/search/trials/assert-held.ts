import { shownValue, UsageError } from "../../core/index.js";

/** Refuses what a study cannot keep with a trial: what JSON does not hold. */
export function assertHeld(method: "attribute" | "checkpoint", value: unknown): void {
  if (isHeld(value)) return;
  throw new UsageError({
    got: `trial.${method} got ${shownValue(value)}.`,
    expected: "what JSON holds: numbers, texts, lists and plain objects of them.",
    fix: "write it to a file, and hand over the file's path.",
  });
}

function isHeld(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false; // a circle, or a bigint
  }
}
