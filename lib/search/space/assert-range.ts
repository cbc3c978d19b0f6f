import { shownValue, UsageError } from "../../core/index.js";

/** A numeric range as a caller typed it. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  readonly step?: number;
}

/**
 * Refuses a range in which nothing can be searched.
 *
 * @param call - what the caller typed, such as `float` or `trial.int("layers")`
 * @throws UsageError when the bounds are not finite, reversed or equal, a logarithm has none, or a step does not fit
 */
export function assertRange(call: string, { low, high, log, step }: Range): void {
  const got = `${call} got the bounds ${shownValue(low)} and ${shownValue(high)}`;
  const fail = (expected: string, fix: string, more = "") => {
    throw new UsageError({ got: `${got}${more}.`, expected, fix });
  };
  if (!Number.isFinite(low) || !Number.isFinite(high))
    fail("two finite numbers, the lower one first.", "give the range a number at both ends.");
  if (!Number.isFinite(high - low))
    fail("bounds whose distance is a number.", "choose them closer, or search a logarithm.");
  if (low > high) fail("the lower bound first.", `write ${high}, ${low}.`, ", which are reversed");
  if (low === high)
    fail("two different bounds.", `write fixed(${low}) for what does not change.`, ", which are equal");
  if (log && low <= 0)
    fail(
      "bounds above 0 for a range in logarithms.",
      "raise the lower bound, or leave out log.",
      " with log",
    );
  if (step === undefined) return;
  const withStep = ` with the step ${shownValue(step)}`;
  if (!(Number(step) === step && step > 0)) fail("a step above 0.", "leave out the step.", withStep);
  if (step > high - low)
    fail(`a step of at most ${high - low}.`, "choose a smaller step, or leave it out.", withStep);
  if (log && step !== 1) fail("no step beside log.", "leave out one of the two.", `${withStep} and log`);
}

/** Refuses bounds or a step with a fraction. */
export function assertWhole(call: string, { low, high, step = 1 }: Range): void {
  if ([low, high, step].every(Number.isSafeInteger)) return;
  throw new UsageError({
    got: `${call} got the bounds ${low} and ${high} and the step ${step}.`,
    expected: "whole numbers within ±2 ** 53.",
    fix: "round them, or use float.",
  });
}
