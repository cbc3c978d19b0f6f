import { checkOptions, type PredictionLog, type Rate, UsageError } from "../../core/index.js";
import type { ErrorLadder } from "../error-ladder.js";
import { assertPredictionLog } from "./assert-prediction-log.js";
import { assertSameModel } from "./assert-same-model.js";
import { countErrors } from "./count-errors.js";

/** Options for {@link ladderFromLogs}. */
export interface LadderFromLogsOptions {
  /** What nobody gets below: a person's error, the generator's own, or your goal; defaults to 0. */
  irreducible?: Rate;
  /**
   * Images in the training set. Where the training log holds all of them, its error has no sampling error. Defaults to
   * no end of them: the cautious choice, with wider intervals.
   */
  trainSize?: number;
}

const ladderSplits = ["train", "trainVal", "testVal", "test"];

/**
 * The error rates of one model, counted from its prediction logs: what {@link decomposeError} takes apart.
 *
 * @param logs - one log each of `train`, `trainVal` and `test`, and of `testVal` where there is a second validation
 *   set; in any order
 * @throws UsageError for a missing, unknown or repeated split, an id in two splits (a leak) or twice in one, other
 *   classes or runs, and for logs that {@link readPredictionLog} would refuse
 * @example
 * const log = (split: string, id: string) =>
 *   ({ split, ids: [id], labels: Int32Array.of(0), probabilities: Float32Array.of(1, 0), classes: ["a", "b"], tags: {} });
 * ladderFromLogs([log("train", "x"), log("trainVal", "y"), log("test", "z")]).test; // { errors: 0, samples: 1 }
 */
export function ladderFromLogs(
  logs: readonly PredictionLog[],
  options: LadderFromLogsOptions = {},
): ErrorLadder {
  checkOptions("ladderFromLogs", options, ["irreducible", "trainSize"]);
  const { irreducible = 0, trainSize } = options;
  for (const log of logs) {
    assertKnownSplit(log.split);
    assertPredictionLog(log, log.split);
  }
  assertSameModel(logs);
  const train = countsOf(logs, "train");
  const hasTestVal = logs.some(({ split }) => split === "testVal");
  return {
    irreducible,
    train: trainSize === undefined ? train : { ...train, population: trainSize },
    trainVal: countsOf(logs, "trainVal"),
    testVal: hasTestVal ? countsOf(logs, "testVal") : undefined,
    test: countsOf(logs, "test"),
  };
}

function assertKnownSplit(split: string): void {
  if (ladderSplits.includes(split)) return;
  throw new UsageError({
    got: `a log of the split ${JSON.stringify(split)}.`,
    expected: `logs of ${ladderSplits.join(", ")}.`,
    fix: "leave it out, or give it one of these names.",
  });
}

function countsOf(logs: readonly PredictionLog[], split: string): { errors: number; samples: number } {
  const log = logs.find((candidate) => candidate.split === split);
  if (log !== undefined) return countErrors(log);
  const given = logs.map((candidate) => candidate.split);
  throw new UsageError({
    got: given.length === 0 ? "no logs at all." : `no log of the split ${split}, only ${given.join(", ")}.`,
    expected: "logs of train, trainVal and test; testVal where there is a second validation set.",
    fix: `predict the ${split} samples with the same model and pass that log too.`,
  });
}
