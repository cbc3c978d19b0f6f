import { findRoot } from "./find-root.js";

/** Nearer to the estimate than any limit is. */
const besideIt = 1e-13;

/**
 * The limit of a score interval: where a difference begins to be rejected, on the way from the estimate to −1 or 1.
 *
 * The estimate itself may have no standard error (nobody ever differed), and is then a root of its own, which is stepped
 * over.
 *
 * @param excess - above 0 where the difference is rejected
 */
export function outermostRoot(excess: (difference: number) => number, end: -1 | 1, estimate: number): number {
  const beside = estimate + (end - estimate) * besideIt;
  if (Math.abs(end - estimate) < besideIt || excess(beside) > 0) return estimate;
  return findRoot(excess, end, beside);
}
