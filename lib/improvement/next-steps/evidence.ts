import type { ErrorDecomposition, Finding, History, Interval, PredictionLog } from "../../core/index.js";
import type { LearningCurveForecast, SliceReport } from "../../decomposition/index.js";

/** What is known of a model. Each part is optional, as long as there is a decomposition or the logs to make one of. */
export interface Evidence {
  /** Test error as a sum; made of the logs where it is not given. */
  readonly decomposition?: ErrorDecomposition;
  /** Predictions of one model on train, trainVal, testVal and test; looked into for leaks, wrong labels, rare classes and tags. */
  readonly logs?: readonly PredictionLog[];
  /** Of the training; says whether it was over, and whether scores in evaluation mode agree with it. */
  readonly history?: Pick<History, "epochs">;
  /** From `diagnose`: an error or a warning comes before everything else. */
  readonly findings?: readonly Finding[];
  /** The share of wrong labels, where an estimate is at hand; looked for in the logs otherwise. */
  readonly labelNoise?: Interval;
  /** From `findSlices` on trainVal or testVal: says what to look at first, and what it would bring. */
  readonly slices?: SliceReport;
  /** From `forecastLearningCurve`: says what more data would bring. */
  readonly learningCurve?: LearningCurveForecast;
  /** How many models were compared on the validation set that chose this one. */
  readonly candidates?: number;
}
