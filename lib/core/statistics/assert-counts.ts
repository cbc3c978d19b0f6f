import { UsageError } from "../usage-error.js";

/**
 * Throws where counts are no counts; they need not be whole.
 *
 * @param name - the function that got them
 * @throws UsageError unless 0 ≤ errors ≤ samples and samples > 0
 */
export function assertCounts(name: string, errors: number, samples: number): void {
  if (samples > 0 && errors >= 0 && errors <= samples && Number.isFinite(samples)) return;
  throw new UsageError({
    got: `${name} got ${errors} errors in ${samples} samples.`,
    expected: "0 ≤ errors ≤ samples, and at least one sample.",
    fix: "pass the number of wrong predictions first, then the number of predictions.",
  });
}
