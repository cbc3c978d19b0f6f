import { checkOptions, UsageError } from "../../core/index.js";
import type { OptimizeOptions } from "./study.js";

const known = [
  ...[
    "trials",
    "timeoutMs",
    "trialTimeoutMs",
    "trialMemoryMb",
    "workers",
    "retries",
    "signal",
    "progress",
    "onTrial",
  ],
];

/** Refuses what `optimize` cannot be told. */
export function assertOptimizeOptions(options: OptimizeOptions): void {
  checkOptions("optimize", options, known);
  const { trials, workers = 1 } = options;
  for (const [name, value] of Object.entries({ trials, workers }))
    if (!(value >= 1) || (Number.isFinite(value) && !Number.isInteger(value)))
      throw new UsageError({
        got: `optimize got ${name}: ${value}.`,
        expected: "a whole number from 1.",
        fix: `write optimize(objective, { ${name}: ${name === "trials" ? 100 : 2} }).`,
      });
}
