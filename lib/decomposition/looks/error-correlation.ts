import { type PredictionLog, UsageError } from "../../core/index.js";
import { rowsOfSameSamples } from "../logs/same-samples.js";
import { wrongRows } from "../logs/wrong-rows.js";
import { crossedVariance } from "../seeds/crossed-variance.js";

/**
 * How much the errors of several models on the same images have in common, 0…1: 1 where all err on the same ones.
 *
 * Candidates of one search have much in common, 0.6 and more, and a validation set bears more looks for it.
 *
 * @param logs - of two models or more, of the same images in any order
 * @throws UsageError for fewer, and where the logs do not hold the same images
 * @see P. Shrout and J. Fleiss, "Intraclass Correlations: Uses in Assessing Rater Reliability" (1979), case 3
 * @example
 * const log = { split: "testVal", ids: ["a", "b"], labels: Int32Array.of(0, 0), classes: ["cat", "dog"], tags: {} };
 * const same = { ...log, probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8) };
 * errorCorrelation([same, same, same]); // 1
 */
export function errorCorrelation(logs: readonly PredictionLog[]): number {
  const [first, ...others] = logs;
  if (first === undefined || others.length === 0)
    throw new UsageError({
      got: `errorCorrelation got ${logs.length} logs.`,
      expected: "those of two models or more.",
      fix: "predict the validation set with several of the candidates.",
    });
  const wrong = others.map((log, i) => {
    const rows = rowsOfSameSamples(first, log, ["log 0", `log ${i + 1}`]);
    const errors = wrongRows(log);
    return Uint8Array.from(rows, (row) => errors[row]!);
  });
  const { image, residual } = crossedVariance([wrongRows(first), ...wrong]).components;
  return image + residual === 0 ? 1 : image / (image + residual);
}
