import { UsageError } from "../../../core/index.js";

/** How steps are handed out to trials. */
export interface HalvingOptions {
  /** How many steps a trial gets that goes all the way: the last step that it reports. */
  readonly maxSteps: number;
  /** How many steps every trial gets; defaults to 1. */
  readonly minSteps?: number;
  /** One of how many trials goes on at each rung; defaults to 4. */
  readonly reduction?: number;
}

/** The steps at which trials are compared: minSteps, minSteps·reduction, … up to shortly before maxSteps. */
export function rungsOf(call: string, { maxSteps, minSteps = 1, reduction = 4 }: HalvingOptions): number[] {
  if (!(maxSteps > minSteps) || !(minSteps >= 1) || !(reduction >= 2) || !Number.isInteger(reduction))
    throw new UsageError({
      got: `${call} got minSteps: ${minSteps}, maxSteps: ${maxSteps} and reduction: ${reduction}.`,
      expected: "1 ≤ minSteps < maxSteps, and a whole reduction from 2.",
      fix: `write ${call}({ maxSteps: 81, reduction: 3 }) for at most 81 epochs.`,
    });
  const rungs: number[] = [];
  // To stop a trial later than this saves next to nothing.
  const last = Math.max(minSteps, maxSteps / Math.sqrt(reduction));
  for (let rung = minSteps; rung <= last; rung *= reduction) rungs.push(rung);
  return rungs;
}
