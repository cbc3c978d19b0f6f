import {
  checkOptions,
  formatPercent,
  type Interval,
  type PredictionLog,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";
import { predictedClasses } from "../metrics/predicted-classes.js";
import { chiSquareTail } from "./chi-square-tail.js";
import { priorsByEm } from "./priors-by-em.js";
import { type Rows, resampleBoth } from "./resample-both.js";
import { solveLinear } from "./solve-linear.js";
import { assertSourceAndTarget, type UnlabelledLog } from "./unlabelled-log.js";

/** Options for {@link labelShift}. */
export interface LabelShiftOptions {
  /**
   * "bbse" inverts the confusion matrix and trusts no probability; "em" is more precise where the probabilities are
   * calibrated. Defaults to "bbse".
   */
  method?: "bbse" | "em";
  /** How often the intervals hold, between 0 and 1; defaults to 0.95. */
  confidence?: number;
  /** How often both sets are drawn anew for the intervals; defaults to 200. */
  resamples?: number;
  /** Seed of the draws; defaults to 0. */
  seed?: number;
}

/** How frequent the classes are in an unlabelled set. */
export interface LabelShift {
  /** One per class. */
  readonly priors: readonly (Interval & { readonly name: string; readonly source: number })[];
  /** The chance that the predictions differ so much where the classes are as frequent as before. */
  readonly pValue: number;
  /** What was found, in a sentence. */
  readonly reading: string;
}

/**
 * Whether the classes are as frequent in an unlabelled set as in a labelled one, and how frequent they are. It assumes that
 * images of a class look as before (label shift); where they look different, the test tells so but the priors are off.
 *
 * The test compares how often each class is predicted.
 *
 * @param source - labelled, held out: `trainVal` for instance
 * @param target - predictions of the same model; labels are not looked at
 * @throws UsageError for a faulty log, other classes, a model that confuses classes beyond telling, or options that are none
 * @see Z. Lipton, Y. Wang and A. Smola, "Detecting and Correcting for Label Shift with Black Box Predictors" (2018);
 *   M. Saerens, P. Latinne and C. Decaestecker, "Adjusting the Outputs of a Classifier to New a Priori Probabilities" (2002)
 */
export function labelShift(
  source: PredictionLog,
  target: UnlabelledLog,
  options: LabelShiftOptions = {},
): LabelShift {
  checkOptions("labelShift", options, ["method", "confidence", "resamples", "seed"]);
  const { method = "bbse", confidence = 0.95, resamples = 200, seed = 0 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  assertOptions(method, resamples);
  assertSourceAndTarget("labelShift", source, target);
  const sets: Sets = {
    ...{ source, target, classes: source.classes.length },
    predicted: predictedClasses(source),
    guessed: predictedClasses(target),
  };
  const estimator = method === "bbse" ? byConfusion : byEm;
  const estimates =
    estimator(sets, everyRow(sets.predicted.length), everyRow(sets.guessed.length)) ?? tooConfused();
  const intervals = resampleBoth(
    [sets.predicted.length, sets.guessed.length],
    (of, to) => estimator(sets, of, to),
    {
      ...{ confidence, resamples, seed },
    },
  );
  const before = shares(source.labels, sets.classes);
  const priors = source.classes.map((name, k) => {
    return { name, source: before[k]!, estimate: estimates[k]!, ...intervals[k]! };
  });
  const pValue = homogeneity(counts(sets.predicted, sets.classes), counts(sets.guessed, sets.classes));
  return { priors, pValue, reading: reading(priors, pValue, 1 - confidence) };
}

interface Sets {
  readonly source: PredictionLog;
  readonly target: UnlabelledLog;
  readonly classes: number;
  readonly predicted: Int32Array;
  readonly guessed: Int32Array;
}

const everyRow = (size: number): Rows => Uint32Array.from({ length: size }, (_, row) => row);

/** Black-box shift estimation: which class shares, through the confusion matrix, give what is predicted. */
function byConfusion(
  { source, predicted, guessed, classes }: Sets,
  of: Rows,
  to: Rows,
): number[] | undefined {
  const joint = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  const given = new Array<number>(classes).fill(0);
  for (const row of of) {
    joint[predicted[row]!]![source.labels[row]!]! += 1 / of.length;
    given[source.labels[row]!]! += 1 / of.length;
  }
  const seen = new Array<number>(classes).fill(0);
  for (const row of to) seen[guessed[row]!]! += 1 / to.length;
  const weights = solveLinear(joint, seen);
  if (weights === undefined) return undefined;
  const priors = weights.map((weight, k) => Math.max(0, weight) * given[k]!);
  const total = priors.reduce((sum, prior) => sum + prior, 0);
  return total > 0 ? priors.map((prior) => prior / total) : undefined;
}

function byEm({ source, target, classes }: Sets, of: Rows, to: Rows): number[] {
  const before = new Array<number>(classes).fill(0);
  for (const row of of) before[source.labels[row]!]! += 1 / of.length;
  return priorsByEm(target, to, before);
}

function counts(values: Int32Array, classes: number): number[] {
  const result = new Array<number>(classes).fill(0);
  for (const value of values) result[value]!++;
  return result;
}

const shares = (values: Int32Array, classes: number): number[] =>
  counts(values, classes).map((count) => count / values.length);

/** Pearson's test that two sets of counts come from the same shares. */
function homogeneity(first: readonly number[], second: readonly number[]): number {
  const [n, m] = [first, second].map((set) => set.reduce((sum, count) => sum + count, 0)) as [number, number];
  let [statistic, cells] = [0, 0];
  for (const [k, count] of first.entries()) {
    const both = count + second[k]!;
    if (both === 0) continue;
    cells++;
    statistic += (count * m - second[k]! * n) ** 2 / (n * m * both);
  }
  return cells < 2 ? 1 : chiSquareTail(statistic, cells - 1);
}

function assertOptions(method: string, resamples: number): void {
  if (["bbse", "em"].includes(method) && Number.isInteger(resamples) && resamples >= 2) return;
  throw new UsageError({
    got: `labelShift got { method: ${JSON.stringify(method)}, resamples: ${resamples} }.`,
    expected: 'the method "bbse" or "em", and two resamples or more.',
    fix: 'pass { method: "bbse", resamples: 200 }, or leave them out.',
  });
}

function tooConfused(): never {
  throw new UsageError({
    got: "labelShift cannot invert the confusion matrix: two classes are predicted alike, or one never occurs.",
    expected: "a model that tells the classes apart, and labels of every class.",
    fix: 'pass { method: "em" }, or more labelled samples.',
  });
}

function reading(priors: LabelShift["priors"], pValue: number, level: number): string {
  if (pValue > level) return "The classes are predicted as often as before: no label shift shows.";
  const [most] = [...priors].sort(
    (a, b) => Math.abs(b.estimate - b.source) - Math.abs(a.estimate - a.source),
  );
  const { name, source, estimate, low, high } = most!;
  return `The classes are not as frequent as before: ${name} makes ${formatPercent(estimate)} % (${formatPercent(low)} to ${formatPercent(high)}), where it made ${formatPercent(source)} %.`;
}
