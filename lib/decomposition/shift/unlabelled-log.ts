import { type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";

/** Predictions without labels: a prediction log does, its labels are not looked at. */
export type UnlabelledLog = Pick<PredictionLog, "probabilities" | "classes">;

/**
 * Throws where a log with labels and one without cannot be of the same model.
 *
 * @throws UsageError for a faulty log, no predictions, or other classes
 */
export function assertSourceAndTarget(
  functionName: string,
  source: PredictionLog,
  target: UnlabelledLog,
): void {
  assertPredictionLog(source, source.split);
  const { probabilities, classes } = target;
  const samples = probabilities.length / classes.length;
  const same =
    classes.length === source.classes.length && classes.every((name, k) => name === source.classes[k]);
  if (!same || !Number.isInteger(samples) || samples === 0)
    throw new UsageError({
      got: `${functionName} got ${samples} predictions for the classes ${classes.join(", ")}, beside ${source.classes.join(", ")}.`,
      expected: "predictions of one sample or more, for the same classes in the same order.",
      fix: "predict both sets with the same model.",
    });
  assertPredictionLog(
    {
      ...{ split: "target", probabilities, classes, tags: {}, labels: new Int32Array(samples) },
      ids: Array.from({ length: samples }, (_, row) => String(row)),
    },
    "target",
  );
}
