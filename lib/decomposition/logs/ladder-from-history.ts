import { checkOptions, type History, type Rate, type SplitScores, UsageError } from "../../core/index.js";
import type { ErrorLadder } from "../error-ladder.js";

/** Options for {@link ladderFromHistory}. */
export interface LadderFromHistoryOptions {
  /** The test set's scores: what `evaluate` says of the model, once, at the end. */
  test: SplitScores;
  /** What nobody gets below: a person's error, the generator's own, or your goal; defaults to 0. */
  irreducible?: Rate;
  /** The epoch whose weights were tested; defaults to the best where early stopping names one, or else the last. */
  epoch?: number;
}

/**
 * The error rates of a trained model from its history: what {@link decomposeError} takes apart.
 *
 * It takes scores alone, which are measured in evaluation mode and without augmentation: the running error of a
 * training does not fit in.
 *
 * @throws UsageError when no epoch has ended, or it was not scored on trainVal
 * @example
 * const of = (errors: number) => ({ mode: "evaluation", samples: 100, loss: 1, error: errors / 100 });
 * const epochs = [{ epoch: 1, train: of(2), trainVal: of(5) }];
 * ladderFromHistory({ epochs }, { test: of(9) }).trainVal; // { errors: 5, samples: 100 }
 */
export function ladderFromHistory(
  history: Pick<History, "epochs" | "bestEpoch">,
  options: LadderFromHistoryOptions,
): ErrorLadder {
  checkOptions("ladderFromHistory", options, ["test", "irreducible", "epoch"]);
  const {
    test,
    irreducible = 0,
    epoch: tested = history.bestEpoch ?? history.epochs.at(-1)?.epoch,
  } = options;
  const last = history.epochs.find(({ epoch }) => epoch === tested);
  if (last?.trainVal === undefined)
    throw new UsageError({
      got: `a history ${last === undefined ? `without epoch ${tested ?? 1}` : "without scores of trainVal"}.`,
      expected:
        "one epoch or more, scored on train and trainVal; on testVal where there is a second validation set.",
      fix: "pass { trainVal } or { validationSplit: 0.2 } to fit.",
    });
  return {
    irreducible,
    train: countsOf(last.train),
    trainVal: countsOf(last.trainVal),
    testVal: last.testVal && countsOf(last.testVal),
    test: countsOf(test),
  };
}

function countsOf({ error, samples }: SplitScores): { errors: number; samples: number } {
  return { errors: Math.round(error * samples), samples };
}
