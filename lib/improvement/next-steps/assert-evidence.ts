import { type Interval, UsageError } from "../../core/index.js";
import type { Evidence } from "./evidence.js";

/**
 * Throws where a part of the evidence is of another kind, as a ladder instead of its decomposition.
 *
 * @throws UsageError
 */
export function assertEvidence({
  decomposition,
  labelNoise,
  slices,
  learningCurve,
  history,
}: Evidence): void {
  const fail = (name: string, fix: string): never => {
    throw new UsageError({
      got: `${name} of another kind.`,
      expected: "what the function for it gives.",
      fix,
    });
  };
  if (decomposition !== undefined && !Array.isArray(decomposition.terms))
    fail("decomposition", "pass { decomposition: decomposeError(ladder) }.");
  if (labelNoise !== undefined && !isRate(labelNoise))
    fail("labelNoise", "pass { labelNoise: estimateLabelNoise(log).rate }, rates from 0 to 1.");
  if (slices !== undefined && !Array.isArray(slices.slices))
    fail("slices", "pass { slices: findSlices(log) }.");
  if (learningCurve !== undefined && !Array.isArray(learningCurve.rows))
    fail("learningCurve", "pass { learningCurve: forecastLearningCurve(points) }.");
  if (history !== undefined && !Array.isArray(history.epochs))
    fail("history", "pass { history: await fit(…) }.");
}

function isRate({ estimate, low, high }: Interval): boolean {
  return low >= 0 && low <= estimate && estimate <= high && high <= 1;
}
