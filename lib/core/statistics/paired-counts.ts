import { UsageError } from "../usage-error.js";

/** How two models did on the same samples. */
export interface PairedCounts {
  readonly bothWrong: number;
  readonly firstWrong: number;
  readonly secondWrong: number;
  readonly bothRight: number;
}

/**
 * How many samples there are in all.
 *
 * @param name - the function that got the counts
 * @throws UsageError where a count is negative or no number, or all of them are 0
 */
export function assertPairedCounts(
  name: string,
  { bothWrong, firstWrong, secondWrong, bothRight }: PairedCounts,
): number {
  const cells = [bothWrong, firstWrong, secondWrong, bothRight];
  const samples = cells.reduce((sum, count) => sum + count, 0);
  if (samples > 0 && Number.isFinite(samples) && cells.every((count) => count >= 0)) return samples;
  throw new UsageError({
    got: `${name} got the counts ${cells.join(", ")}.`,
    expected: "counts of 0 or more, of one sample at least.",
    fix: "count each sample once: both wrong, only the first, only the second, none.",
  });
}
