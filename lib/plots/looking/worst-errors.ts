import { type Dataset, type PredictionLog, UsageError } from "../../core/index.js";

/** One prediction beside the image it is about. */
export interface JudgedImage {
  /** Of the data set. */
  readonly row: number;
  readonly label: string;
  readonly predicted: string;
  /** Of the predicted class, as the model says. */
  readonly probability: number;
  /** Of the label. */
  readonly labelProbability: number;
}

/**
 * Every prediction of a log whose image is in the data set, the most mistaken first: in the order of the probability
 * that the model gives to the label.
 *
 * @throws UsageError where none is, or the classes are others
 */
export function worstFirst(dataset: Dataset, log: PredictionLog): JudgedImage[] {
  assertSameClasses(dataset, log);
  const rows = new Map(dataset.ids.map((id, row) => [id, row]));
  const width = log.classes.length;
  const judged = log.ids.flatMap((id, i): JudgedImage[] => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const probabilities = log.probabilities.subarray(i * width, (i + 1) * width);
    const best = probabilities.indexOf(Math.max(...probabilities));
    const label = log.labels[i]!;
    const names = { label: log.classes[label]!, predicted: log.classes[best]! };
    return [{ row, ...names, probability: probabilities[best]!, labelProbability: probabilities[label]! }];
  });
  if (judged.length === 0)
    throw new UsageError({
      got: `a log of ${log.ids.length} predictions (${log.ids[0] ?? "none"}, …), none of them of these images (${dataset.ids[0]}, …).`,
      expected: "the predictions of a model on this data set.",
      fix: "pass the split that the log is of, made with the same seed.",
    });
  return judged.sort((a, b) => a.labelProbability - b.labelProbability || a.row - b.row);
}

function assertSameClasses({ classes }: Dataset, log: PredictionLog): void {
  if (classes.length === log.classes.length && classes.every((name, k) => name === log.classes[k])) return;
  throw new UsageError({
    got: `a log with the classes ${log.classes.join(", ")}, of images with the classes ${classes.join(", ")}.`,
    expected: "the same classes in the same order.",
    fix: "pass the data set that was predicted.",
  });
}
