import {
  type Counts,
  type Dataset,
  type Interval,
  type PredictionLog,
  wilsonInterval,
} from "../../core/index.js";

/** What a rule without a network reaches: the number to beat. */
export interface Baseline extends Counts {
  /** "majority class", "nearest class mean", … */
  readonly name: string;
  /** Share of wrong answers, 0…1. */
  readonly error: number;
  /** The same with its 95 % interval, Wilson's. */
  readonly interval: Interval;
  /** Every answer, to be scored and compared like a network's; its `run` is the baseline's name. */
  readonly log: PredictionLog;
}

/** Options of every baseline. */
export interface BaselineOptions {
  /** Which split the log is of; defaults to "test", or to "train" where no other set was given. */
  split?: PredictionLog["split"];
}

/** What a baseline has to know of a set that it is scored on. */
export type Answers = Pick<Dataset, "labels" | "classes" | "ids" | "tags">;

/**
 * Counts the errors of answers.
 *
 * @param dataset - the set that the answers are for
 * @param probabilities - row-major, shape [samples, classes]
 */
export function scored(
  name: string,
  { labels, classes, ids, tags }: Answers,
  probabilities: Float32Array,
  split: PredictionLog["split"],
): Baseline {
  const log: PredictionLog = { split, ids, labels, probabilities, classes, tags, run: name };
  const errors = countWrong(log);
  const interval = wilsonInterval(errors, labels.length);
  return { name, error: interval.estimate, errors, samples: labels.length, interval, log };
}

/** As prediction logs are scored: of equal probabilities the first class counts. */
function countWrong({ labels, probabilities, classes }: PredictionLog): number {
  return labels.reduce((errors, label, row) => {
    const answers = probabilities.subarray(row * classes.length, (row + 1) * classes.length);
    return errors + Number(answers.indexOf(Math.max(...answers)) !== label);
  }, 0);
}
