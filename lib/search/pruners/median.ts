import { checkOptions } from "../../core/index.js";
import type { TrialRecord } from "../trials/trial-record.js";
import type { Pruner } from "./pruner.js";

/** When the median rule begins. */
export interface MedianOptions {
  /** How many complete trials there must be; defaults to 5. */
  readonly startTrials?: number;
  /** Before which step nothing is pruned; defaults to 0. */
  readonly warmUpSteps?: number;
}

/**
 * Stops a trial whose best report so far is worse than the median of what the complete ones reported at that step.
 *
 * @param options.startTrials - how many complete trials there must be; defaults to 5
 * @param options.warmUpSteps - before which step nothing is pruned; defaults to 0
 * @see D. Golovin and others, "Google Vizier: A Service for Black-Box Optimization" (2017), the median stopping rule
 * @example
 * median().name; // "median"
 */
export function median(options: MedianOptions = {}): Pruner {
  checkOptions("median", options, ["startTrials", "warmUpSteps"]);
  const { startTrials = 5, warmUpSteps = 0 } = options;
  return {
    name: "median",
    shouldPrune({ trial, step, trials, direction }): boolean {
      const reports = trial.intermediate.filter((report) => report.step <= step);
      if (Number.isNaN(reports.at(-1)?.value)) return true;
      const complete = trials.filter(({ state }) => state === "complete");
      if (complete.length < startTrials || step < warmUpSteps) return false;
      const sign = direction === "minimize" ? 1 : -1;
      const others = complete.map((other) => valueAt(other, step)).filter((value) => value !== undefined);
      if (others.length === 0) return false;
      const best = Math.min(
        ...reports.map(({ value }) => sign * value).filter((value) => !Number.isNaN(value)),
      );
      return best > middle(others.map((value) => sign * value));
    },
  };
}

function valueAt({ intermediate }: TrialRecord, step: number): number | undefined {
  const value = intermediate.find((report) => report.step === step)?.value;
  return Number.isNaN(value) ? undefined : value;
}

function middle(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
