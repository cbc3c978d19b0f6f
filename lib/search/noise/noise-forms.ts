import { shortValue, tableForms } from "../../core/index.js";
import type { NoiseReport } from "./reported-noise.js";

/** More configurations are left out. */
const mostRows = 10;

/** A report for a notebook that shows it as a cell's last value: the best configurations, and the sentence. */
export function noiseForms({ configurations, sentence }: NoiseReport): Record<string, unknown> {
  const rows = configurations
    .slice(0, mostRows)
    .map(({ trial, runs, failed, mean, expected: { estimate, low, high }, isTied }) => [
      ...[String(trial), String(runs), String(failed), shortValue(mean)],
      `${shortValue(estimate)} (${shortValue(low)} to ${shortValue(high)})`,
      isTied ? "yes" : "no",
    ]);
  return tableForms(["found by trial", "runs", "failed", "mean", "will repeat", "tied"], rows, sentence);
}
