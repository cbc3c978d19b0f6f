import { checkOptions, type Dataset } from "../../core/index.js";
import { assertAnswers } from "./assert-comparable.js";
import { type Answers, type Baseline, type BaselineOptions, scored } from "./baseline.js";

/** What {@link majorityClass} found. */
export interface MajorityClass extends Baseline {
  /** The commonest label. */
  readonly label: number;
  readonly className: string;
}

/**
 * The baseline without learning: always answer the commonest class. A network that is no better has learnt nothing.
 *
 * Its log holds the classes' shares as probabilities, whose loss is the labels' entropy.
 *
 * @param train - where the commonest class is counted
 * @param test - where its error is counted; defaults to `train`
 * @throws UsageError when a set is empty, or the classes differ
 * @see scikit-learn, `sklearn.dummy.DummyClassifier(strategy="prior")`
 * @example
 * const set = { labels: Int32Array.of(1, 0, 1, 1), classes: ["no", "yes"], ids: ["a", "b", "c", "d"], tags: {} };
 * majorityClass(set).error; // 0.25
 */
export function majorityClass(
  train: Pick<Dataset, "labels" | "classes" | "ids" | "tags">,
  test: Answers = train,
  options: BaselineOptions = {},
): MajorityClass {
  checkOptions("majorityClass", options, ["split"]);
  const { split = test === train ? "train" : "test" } = options;
  assertAnswers("majorityClass", train, test);
  const counts = train.classes.map(() => 0);
  for (const label of train.labels) counts[label]!++;
  const label = counts.indexOf(Math.max(...counts));
  const shares = Float32Array.from(counts, (count) => count / train.labels.length);
  const probabilities = new Float32Array(test.labels.length * shares.length);
  for (let row = 0; row < test.labels.length; row++) probabilities.set(shares, row * shares.length);
  return {
    ...scored("majority class", test, probabilities, split),
    label,
    className: train.classes[label]!,
  };
}
