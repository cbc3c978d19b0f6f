import { type CountedRate, type ErrorRungName, type Rate, UsageError } from "../core/index.js";
import type { EstimatedRate } from "./error-ladder.js";

/**
 * Throws where a rate is no fraction and its counts are no counts.
 *
 * @param name - the rung's name, for the message
 * @throws UsageError
 */
export function assertRate(name: ErrorRungName, rate: Rate | EstimatedRate): void {
  if (typeof rate === "number") assertFraction(name, rate);
  else if (typeof rate === "object" && rate !== null && !("errors" in rate) && "estimate" in rate)
    assertEstimate(name, rate);
  else if (typeof rate === "object" && rate !== null) assertCounts(name, rate as CountedRate);
  else
    throw new UsageError({
      got: `${name} is ${rate === undefined ? "missing" : JSON.stringify(rate)}.`,
      expected: "a rate from 0 to 1, or { errors, samples }.",
      fix: `pass ${name}: { errors: 27, samples: 1000 }, or ${name}: 0.027 where there are no counts.`,
    });
}

function assertCounts(
  name: string,
  { errors, samples, population = Number.POSITIVE_INFINITY }: CountedRate,
): void {
  const whole = Number.isInteger(errors) && Number.isInteger(samples);
  if (!(whole && samples >= 1 && errors >= 0 && errors <= samples))
    throw new UsageError({
      got: `${name} is ${errors} errors in ${samples} samples.`,
      expected: "whole numbers with 0 ≤ errors ≤ samples, and at least one sample.",
      fix: `count the wrong predictions of ${name} again.`,
    });
  if (!(population >= samples))
    throw new UsageError({
      got: `${name} has ${samples} samples out of a population of ${population}.`,
      expected: "a population of at least as many as were sampled.",
      fix: `pass population: ${samples} where all were scored, or leave it out.`,
    });
}

function assertEstimate(name: ErrorRungName, { estimate, low, high }: EstimatedRate): void {
  if (name === "irreducible" && low >= 0 && low <= estimate && estimate <= high && high <= 1) return;
  throw new UsageError({
    got: `${name} is ${estimate} with an interval from ${low} to ${high}.`,
    expected:
      name === "irreducible"
        ? "0 ≤ low ≤ estimate ≤ high ≤ 1."
        : "counts: only the irreducible error may come with an interval of its own.",
    fix: `pass ${name}: { errors, samples }.`,
  });
}

function assertFraction(name: string, rate: number): void {
  if (rate >= 0 && rate <= 1) return;
  throw new UsageError({
    got: `${name} is ${rate}.`,
    expected: "an error rate from 0 to 1, or { errors, samples }.",
    fix:
      rate > 1 && rate <= 100
        ? `${rate} percent is ${Number((rate / 100).toPrecision(12))}.`
        : `pass ${name}: 0.1 for 10 percent.`,
  });
}
