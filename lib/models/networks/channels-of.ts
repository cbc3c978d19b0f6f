import { UsageError } from "../../core/index.js";

/** With fewer channels than these, a layer is a bottleneck that nothing gets through. */
const fewest = 4;

/**
 * A layer's channels under a width multiplier, rounded.
 *
 * @param functionName - as the caller typed it
 * @param channels - at width 1
 * @throws UsageError when the width leaves too few
 * @example
 * channelsOf("resNet", 64, 0.25); // 16
 */
export function channelsOf(functionName: string, channels: number, width: number): number {
  const narrowed = Math.round(channels * width);
  if (narrowed >= fewest && Number.isFinite(narrowed)) return narrowed;
  throw new UsageError({
    got: `${functionName} got width = ${width}.`,
    expected: `a number of ${Number((fewest / channels).toPrecision(2))} or more: it multiplies ${channels} channels, and fewer than ${fewest} let too little through.`,
    fix: "pass { width: 0.25 } for a network that two cores can train, or { width: 1 } for the paper's.",
  });
}
