import { countErrors, predictedClasses } from "../../lib/decomposition/index.js";
import type { PlantedRun } from "./make-run.js";
import type { Verdict } from "./plants.js";

/** A rule of thumb on point estimates; `threshold` is the smallest term, as a rate, that it takes seriously. */
export type PointRule = (run: PlantedRun, threshold: number) => Verdict;

const names = ["avoidableBias", "variance", "distributionShift", "validationOverfitting"] as const;

/** The rules, by what they are called in the table. */
export const pointRules: Readonly<Record<string, PointRule>> = {
  "FSDL: the first term above the threshold, in the lecture's order": lectureOrder,
  "Ng: the largest term": largestTerm,
  "Ng, and a person who finds every wrong label among 100 errors": largestTermAfterLooking,
};

/**
 * Under-fitting first, then over-fitting, then shift, then a validation set that looks too good. The shift's condition is
 * read off the table of errors by type: the type whose share of errors grows most from trainVal to testVal.
 *
 * @see J. Tobin, "Troubleshooting Deep Neural Networks" (2019)
 */
function lectureOrder(run: PlantedRun, threshold: number): Verdict {
  return named(run, termsOf(run).find(({ size }) => size > threshold)?.name);
}

/**
 * The largest of avoidable bias, variance, data mismatch and over-fitting to the validation set.
 *
 * @see A. Ng, "Machine Learning Yearning" (2018), chapters 20 to 22, 40 and 41
 */
function largestTerm(run: PlantedRun, threshold: number): Verdict {
  const [largest] = termsOf(run).sort((a, b) => b.size - a.size);
  return largest!.size > threshold ? named(run, largest!.name) : {};
}

/**
 * The same after a look at 100 errors of trainVal by a person who makes no mistake: where 30 or more in a hundred of them have a
 * wrong label, the labels come first.
 *
 * @see A. Ng, "Machine Learning Yearning" (2018), chapters 14 to 16
 */
function largestTermAfterLooking(run: PlantedRun, threshold: number): Verdict {
  const log = run.logs[1]!;
  const predicted = predictedClasses(log);
  const errors = [...predicted.keys()].filter((row) => predicted[row] !== log.labels[row]).slice(0, 100);
  const mislabelled = errors.filter((row) => run.isMislabelled[1]![row] === 1).length;
  return mislabelled > 0 && mislabelled >= 0.3 * errors.length
    ? { cause: "labelNoise" }
    : largestTerm(run, threshold);
}

function termsOf({ logs, plan }: PlantedRun): { name: (typeof names)[number]; size: number }[] {
  const counts = logs.map((log) => countErrors(log));
  const rates = [plan.irreducible, ...counts.map(({ errors, samples }) => errors / samples)];
  return names.map((name, i) => ({ name, size: rates[i + 1]! - rates[i]! }));
}

function named(run: PlantedRun, cause: (typeof names)[number] | undefined): Verdict {
  if (cause === undefined) return {};
  return cause === "distributionShift" ? { cause, where: largestGrowth(run) } : { cause };
}

function largestGrowth({ logs }: PlantedRun): string {
  const [before, after] = [logs[1]!, logs[2]!];
  const growth = Object.keys(before.tags).map((tag) => ({
    tag,
    by: errorShare(after, tag) - errorShare(before, tag),
  }));
  return growth.sort((a, b) => b.by - a.by)[0]!.tag;
}

/** Errors under the condition, of all images. */
function errorShare(log: PlantedRun["logs"][number], tag: string): number {
  const predicted = predictedClasses(log);
  const values = log.tags[tag]!;
  let errors = 0;
  for (let row = 0; row < values.length; row++)
    if (values[row]! > 0 && predicted[row] !== log.labels[row]) errors++;
  return errors / values.length;
}
