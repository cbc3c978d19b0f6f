import type { History } from "../../lib/core/index.js";

/** A history with these errors; losses are four times as large. */
export function makeHistory(errors: { train: number[]; trainVal?: number[]; testVal?: number[] }): History {
  const scores = (error: number | undefined) =>
    error === undefined ? undefined : { mode: "evaluation" as const, samples: 100, error, loss: 4 * error };
  const epochs = errors.train.map((train, i) => {
    const trainVal = scores(errors.trainVal?.[i]);
    const testVal = scores(errors.testVal?.[i]);
    return {
      ...{ epoch: i + 1, runningLoss: 1, train: scores(train)!, seconds: 1, samplesPerSecond: 1234.5 },
      ...(trainVal && { trainVal }),
      ...(testVal && { testVal }),
    };
  });
  return { epochs, steps: 1, seed: 0, backend: "cpu", stopped: "finished" };
}
