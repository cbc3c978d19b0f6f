import { type PredictionLog, UsageError } from "../../core/index.js";
import { rowsOfSameSamples } from "../logs/same-samples.js";

/** Several models on the same samples, side by side. */
export interface ModelsOnSamples {
  readonly models: number;
  readonly samples: number;
  readonly classes: number;
  /** How likely each class is for each sample: of a log without known posterior 1 for its label. Shape [samples, classes]. */
  readonly truth: Float64Array;
  /** Whether `truth` is known, not only drawn. */
  readonly known: boolean;
  /** What each model says, shape [samples, classes] each, in the order of the first log. */
  readonly said: readonly Float32Array[];
}

/**
 * Puts logs of several models side by side. Of two classes, the tag `bayesPosterior` is taken for the probability of the
 * second, as generated data have it; the labels are then left out of account.
 *
 * @throws UsageError for a single log, other samples, labels or classes, and for faulty logs
 */
export function modelsOf(logs: readonly PredictionLog[]): ModelsOnSamples {
  const [first, ...others] = logs;
  if (first === undefined || others.length === 0)
    throw new UsageError({
      got: `${logs.length === 0 ? "no logs" : "one log"}.`,
      expected: "those of two models or more, each trained on a training set of its own.",
      fix: "draw another training set, train again, and predict the same samples.",
    });
  const [classes, samples] = [first.classes.length, first.labels.length];
  const { bayesPosterior } = first.tags;
  const posterior = classes === 2 ? bayesPosterior : undefined;
  const truth = new Float64Array(samples * classes);
  for (let row = 0; row < samples; row++) {
    if (posterior === undefined) truth[row * classes + first.labels[row]!] = 1;
    else [truth[2 * row], truth[2 * row + 1]] = [1 - posterior[row]!, posterior[row]!];
  }
  const ordered = others.map((log, i) => {
    const rows = rowsOfSameSamples(first, log, ["log 0", `log ${i + 1}`]);
    const said = new Float32Array(samples * classes);
    for (const [row, other] of rows.entries())
      said.set(log.probabilities.subarray(other * classes, (other + 1) * classes), row * classes);
    return said;
  });
  return {
    ...{ models: logs.length, samples, classes, truth },
    known: posterior !== undefined,
    said: [first.probabilities, ...ordered],
  };
}
