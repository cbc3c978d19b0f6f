import type { History } from "../../core/index.js";

/** One epoch, flat: a row of a data frame. Splits that were not scored have no columns. */
export interface HistoryRow {
  readonly epoch: number;
  readonly runningLoss: number;
  readonly trainLoss: number;
  readonly trainError: number;
  readonly trainValLoss?: number;
  readonly trainValError?: number;
  readonly testValLoss?: number;
  readonly testValError?: number;
  readonly learningRate?: number;
  readonly seconds: number;
  readonly samplesPerSecond: number;
}

/**
 * A history as rows for a table, one an epoch: `new DataFrame(historyTable(history))`. Losses are in nats, errors shares
 * from 0 to 1.
 *
 * @example
 * const scores = { mode: "evaluation", samples: 40, loss: 0.5, error: 0.25 };
 * const epoch = { epoch: 1, runningLoss: 0.7, train: scores, seconds: 2, samplesPerSecond: 100 };
 * historyTable({ epochs: [epoch] })[0].trainError; // 0.25
 */
export function historyTable({ epochs }: Pick<History, "epochs">): HistoryRow[] {
  return epochs.map(
    ({ epoch, runningLoss, train, trainVal, testVal, learningRate, seconds, samplesPerSecond }) => ({
      ...{ epoch, runningLoss, trainLoss: train.loss, trainError: train.error },
      ...(trainVal && { trainValLoss: trainVal.loss, trainValError: trainVal.error }),
      ...(testVal && { testValLoss: testVal.loss, testValError: testVal.error }),
      ...(learningRate !== undefined && { learningRate }),
      ...{ seconds, samplesPerSecond },
    }),
  );
}
