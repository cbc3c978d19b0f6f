import type { Clues } from "./clues.js";

/** Whether the test error is at the target: beyond doubt, as far as can be seen, or not. */
export type Reached = "yes" | "perhaps" | "no" | "not asked";

/** Compares the test error, and the interval that chance leaves it, with the target. */
export function reaches({ decomposition }: Clues, target: number | undefined): Reached {
  const { estimate, high } = decomposition.rungs.at(-1)!;
  if (target === undefined) return "not asked";
  if (high <= target) return "yes";
  return estimate <= target ? "perhaps" : "no";
}
