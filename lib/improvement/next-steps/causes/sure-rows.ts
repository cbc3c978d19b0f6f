import type { PredictionLog } from "../../../core/index.js";
import { predictedClasses } from "../../../decomposition/index.js";

/** The surest part of a log. */
export interface SureRows {
  readonly samples: number;
  readonly errors: number;
  /** The error that the model itself expects of them: the mean of 1 − probability. */
  readonly expected: number;
  /** Of the whole log. */
  readonly errorOfAll: number;
}

/**
 * How often the model is wrong where it is surest.
 *
 * @param part - of the rows predicted as each class, so that no easy class makes up all of them
 */
export function sureRows(log: PredictionLog, part: number): SureRows {
  const predicted = predictedClasses(log);
  const width = log.classes.length;
  const sureness = Float32Array.from(predicted, (k, row) => log.probabilities[row * width + k]!);
  const groups: number[][] = log.classes.map(() => []);
  for (const [row, k] of predicted.entries()) groups[k]!.push(row);
  const chosen = groups.flatMap((rows) => {
    rows.sort((a, b) => sureness[b]! - sureness[a]!);
    return rows.slice(0, Math.ceil(part * rows.length));
  });
  const wrong = (rows: readonly number[]) => rows.filter((row) => predicted[row] !== log.labels[row]).length;
  const doubt = chosen.reduce((sum, row) => sum + 1 - sureness[row]!, 0);
  return {
    samples: chosen.length,
    errors: wrong(chosen),
    expected: doubt / chosen.length,
    errorOfAll: wrong([...predicted.keys()]) / predicted.length,
  };
}
