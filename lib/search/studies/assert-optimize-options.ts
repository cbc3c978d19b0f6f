import { assertOptions, type OptionRule } from "../options/assert-options.js";
import { isWhole } from "../options/option-rules.js";
import { hasMethod } from "./has-method.js";
import type { OptimizeOptions } from "./study.js";

/** More at the same time than any machine bears. */
const mostWorkers = 10_000;

const above0: Pick<OptionRule, "allows" | "expected"> = {
  allows: (value) => typeof value === "number" && value > 0,
  expected: "a number above 0.",
};

const rules: Readonly<Record<keyof OptimizeOptions, OptionRule>> = {
  trials: {
    isRequired: true,
    allows: (value) => isWhole(value, 1) || value === Number.POSITIVE_INFINITY,
    expected: "a whole number from 1.",
    fix: "write optimize(objective, { trials: 100 }).",
  },
  timeoutMs: {
    allows: (value) => typeof value === "number" && !Number.isNaN(value),
    expected: "a number of milliseconds.",
    fix: "write timeoutMs: 3_600_000 for an hour, or leave it out.",
  },
  trialTimeoutMs: { ...above0, fix: "write trialTimeoutMs: 60_000 for a minute, or leave it out." },
  trialMemoryMb: { ...above0, fix: "write trialMemoryMb: 4000, or leave it out." },
  loadTimeoutMs: { ...above0, fix: "write loadTimeoutMs: 600_000 for ten minutes, or leave it out." },
  workers: {
    allows: (value) => isWhole(value, 1, mostWorkers),
    expected: "a whole number from 1 to 10,000.",
    fix: "write optimize(objective, { workers: 2 }).",
  },
  retries: {
    allows: (value) => isWhole(value, 0),
    expected: "a whole number from 0.",
    fix: "write retries: 0 for none, or leave it out.",
  },
  signal: {
    allows: (value) => hasMethod(value, "addEventListener"),
    expected: "an AbortSignal.",
    fix: "write signal: controller.signal, with an AbortController.",
  },
  progress: {
    allows: (value) => typeof value === "boolean",
    expected: "true or false.",
    fix: "write progress: true.",
  },
  onTrial: {
    allows: (value) => typeof value === "function",
    expected: "a function of a trial's record.",
    fix: "write onTrial: ({ number, value }) => console.log(number, value).",
  },
};

/** Refuses what `optimize` cannot be told. */
export function assertOptimizeOptions(options: OptimizeOptions): void {
  assertOptions("optimize", options, rules);
}
