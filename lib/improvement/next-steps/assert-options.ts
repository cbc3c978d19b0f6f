import { UsageError } from "../../core/index.js";

/**
 * Throws where a rate among the options is none.
 *
 * @throws UsageError
 */
export function assertOptions(rates: Readonly<Record<string, number | undefined>>): void {
  for (const [name, rate] of Object.entries(rates)) {
    if (rate === undefined || (rate >= 0 && rate <= 1)) continue;
    throw new UsageError({
      got: `${name} is ${rate}.`,
      expected: "a rate from 0 to 1.",
      fix:
        rate > 1 && rate <= 100
          ? `${rate} percent is ${rate / 100}.`
          : `pass { ${name}: 0.01 } for 1 percent.`,
    });
  }
}
