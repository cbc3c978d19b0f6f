import {
  type ErrorDecomposition,
  formatPercent,
  type PredictionLog,
  type Rate,
  UsageError,
} from "../../core/index.js";
import { assertPredictionLog, countErrors, decomposeError } from "../../decomposition/index.js";
import type { Clues } from "./clues.js";
import type { Evidence } from "./evidence.js";

/** What is not evidence but wish. */
export interface Wishes {
  readonly irreducible: Rate;
  readonly worthwhile: number | undefined;
  readonly confidence: number;
}

/** Below this nobody works on a part of the error, however small the whole is. */
const least = 0.002;

/** A twentieth of the test error is worth work. */
const share = 0.05;

/**
 * Checks the evidence and makes the decomposition where there is none.
 *
 * @throws UsageError for neither decomposition nor logs, and for logs that are none
 */
export function makeClues(evidence: Evidence, { irreducible, worthwhile, confidence }: Wishes): Clues {
  const logs = bySplit(evidence.logs ?? []);
  const decomposition = evidence.decomposition ?? decompositionOf(logs, irreducible, confidence);
  const { terms, rungs } = decomposition;
  const scale = Math.max(...rungs.map(({ high }) => high));
  return {
    ...evidence,
    decomposition,
    logs,
    confidence,
    worthwhile: worthwhile ?? Math.max(least, share * rungs.at(-1)!.estimate),
    term(name) {
      const term = terms.find((candidate) => candidate.name === name);
      return term === undefined ? undefined : { estimate: term.estimate, ...term.band };
    },
    points: (rate) => formatPercent(rate, scale),
  };
}

function bySplit(logs: readonly PredictionLog[]): Record<string, PredictionLog> {
  for (const log of logs) assertPredictionLog(log, log.split);
  const repeated = logs.find(({ split }, i) => logs.findIndex((other) => other.split === split) < i);
  if (repeated !== undefined)
    throw new UsageError({
      got: `two logs of the split ${repeated.split}.`,
      expected: "one log for each split.",
      fix: "leave one of them out.",
    });
  return Object.fromEntries(logs.map((log) => [log.split, log]));
}

/** Counted here, not by `ladderFromLogs`: that refuses samples in two splits, which are something to report. */
function decompositionOf(
  logs: Readonly<Record<string, PredictionLog>>,
  irreducible: Rate,
  confidence: number,
): ErrorDecomposition {
  const { train, trainVal, testVal, test } = logs;
  if (train === undefined || trainVal === undefined || test === undefined)
    throw new UsageError({
      got: `no decomposition, and logs of ${Object.keys(logs).join(", ") || "no split"}.`,
      expected:
        "a decomposition, or logs of train, trainVal and test; of testVal where there is a second validation set.",
      fix: "pass { decomposition: decomposeError(ladder) }, or { logs }.",
    });
  const ladder = {
    irreducible,
    train: countErrors(train),
    trainVal: countErrors(trainVal),
    test: countErrors(test),
  };
  return decomposeError(testVal === undefined ? ladder : { ...ladder, testVal: countErrors(testVal) }, {
    confidence,
  });
}
