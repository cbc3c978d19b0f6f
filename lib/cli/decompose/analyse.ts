import type { PredictionLog } from "../../core/index.js";
import {
  decomposeError,
  decomposeErrorOverSeeds,
  decomposeMetric,
  ladderFromLogs,
  type ladderMetrics,
  type MetricDecomposition,
  predictValidationOverfitting,
  type SeededDecomposition,
  type TermMethod,
} from "../../decomposition/index.js";

/** What the command was asked for. */
export interface AnalyseOptions {
  readonly irreducible: number;
  readonly confidence: number;
  readonly trainSize?: number;
  readonly method?: string;
  readonly metric?: string;
  readonly seeds: boolean;
}

/** Takes the logs apart: one model's error rate, a recipe's over several runs, or another metric. */
export function analyse(
  logs: readonly PredictionLog[],
  { method, metric, seeds, trainSize, ...options }: AnalyseOptions,
): ReturnType<typeof decomposeError> | SeededDecomposition | MetricDecomposition {
  const { irreducible, confidence } = options;
  const counted = trainSize === undefined ? {} : { trainSize };
  if (seeds) return decomposeErrorOverSeeds(logs, { irreducible, confidence, ...counted });
  if (metric !== undefined)
    return decomposeMetric(logs, metric as keyof typeof ladderMetrics, {
      irreducible,
      confidence,
      ...counted,
    });
  const ladder = ladderFromLogs(logs, { irreducible, ...counted });
  return decomposeError(ladder, {
    confidence,
    ...(method === undefined ? {} : { method: method as TermMethod }),
  });
}

/** What so many looks at the last validation set explain of the difference between it and the test set. */
export function looksAt(
  logs: readonly PredictionLog[],
  { looks, correlation, confidence }: { looks: number; correlation: number; confidence: number },
): ReturnType<typeof predictValidationOverfitting> {
  const {
    trainVal,
    testVal = trainVal,
    test,
  } = ladderFromLogs(logs) as unknown as Record<
    "trainVal" | "testVal" | "test",
    { errors: number; samples: number }
  >;
  const observed = { validation: testVal, test };
  // Of the test set, which nobody has picked by.
  const error = test.errors / test.samples;
  return predictValidationOverfitting({
    looks,
    samples: testVal.samples,
    error,
    correlation,
    observed,
    confidence,
  });
}
