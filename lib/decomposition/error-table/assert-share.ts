import { type Rate, UsageError } from "../../core/index.js";

/** Throws where a rate is no share and its counts are no counts; `name` is for the message. */
export function assertShare(name: string, rate: Rate): void {
  const isCounted = typeof rate === "object" && rate !== null;
  const { errors, samples } = isCounted ? rate : { errors: rate, samples: 1 };
  const whole = !isCounted || (Number.isInteger(errors) && Number.isInteger(samples));
  if (whole && samples >= 1 && errors >= 0 && errors <= samples) return;
  throw new UsageError({
    got: `${name} is ${isCounted ? `${errors} errors in ${samples} samples` : JSON.stringify(rate)}.`,
    expected: "a share of all samples, from 0 to 1, or { errors, samples } with errors ≤ samples.",
    fix: "pass { errors: 3, samples: 1000 }: the errors of this type, and all samples of the split.",
  });
}
