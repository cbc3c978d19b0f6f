import { checkOptions, type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { predictedClasses } from "../metrics/predicted-classes.js";

/** Options for {@link worstErrors}. */
export interface WorstErrorsOptions {
  /** How many at most; defaults to 100, about as many as a person looks at in one go. */
  count?: number;
}

/** A prediction that is wrong. */
export interface WorstError {
  readonly row: number;
  readonly id: string;
  /** The class that the label says. */
  readonly label: string;
  /** The class that the model says. */
  readonly predicted: string;
  /** How sure the model was of it, 0…1. */
  readonly confidence: number;
  /** What the error cost: −log of the probability of the label, in nats. */
  readonly loss: number;
  readonly tags: Readonly<Record<string, number>>;
}

/** A probability of 0 costs no more than this one. */
const smallest = 1e-7;

/**
 * The errors to look at: those that cost most, first. Among them are the labels that are wrong themselves.
 *
 * @throws UsageError for a faulty log, or a count that is none
 * @see A. Ng, "Machine Learning Yearning" (2018), chapter 14, on looking at about 100 of them
 * @example
 * const log = { split: "testVal", ids: ["a", "b", "c"], labels: Int32Array.of(0, 0, 0), classes: ["cat", "dog"], tags: {},
 *   probabilities: Float32Array.of(0.375, 0.625, 0.125, 0.875, 1, 0) };
 * worstErrors(log).map(({ id, predicted, confidence }) => [id, predicted, confidence]); // [["b", "dog", 0.875], ["a", "dog", 0.625]]
 */
export function worstErrors(log: PredictionLog, options: WorstErrorsOptions = {}): WorstError[] {
  checkOptions("worstErrors", options, ["count"]);
  const { count = 100 } = options;
  if (!(Number.isInteger(count) && count > 0))
    throw new UsageError({
      got: `worstErrors got { count: ${count} }.`,
      expected: "a whole number of 1 or more.",
      fix: "pass { count: 100 }, or leave it out.",
    });
  assertPredictionLog(log, log.split);
  const { ids, labels, probabilities, classes, tags } = log;
  const predicted = predictedClasses(log);
  const ofLabel = (row: number) => probabilities[row * classes.length + labels[row]!]!;
  return Array.from(predicted.keys())
    .filter((row) => predicted[row] !== labels[row])
    .sort((a, b) => ofLabel(a) - ofLabel(b) || a - b)
    .slice(0, count)
    .map((row) => ({
      ...{ row, id: ids[row]! },
      label: classes[labels[row]!]!,
      predicted: classes[predicted[row]!]!,
      confidence: probabilities[row * classes.length + predicted[row]!]!,
      loss: -Math.log(Math.max(smallest, ofLabel(row))),
      tags: Object.fromEntries(Object.entries(tags).map(([name, column]) => [name, column[row]!])),
    }));
}
