export { agrestiCoullInterval } from "./agresti-coull-interval.js";
export { areaInterval, standardErrorOf } from "./area-interval.js";
export { type AreaUnderRoc, areaUnderRoc } from "./area-under-roc.js";
export { betaQuantile } from "./beta-quantile.js";
export {
  type BootstrapOptions,
  bootstrapInterval,
  bootstrapIntervals,
  bootstrapOptionNames,
  bootstrapReplicates,
} from "./bootstrap-interval.js";
export { clopperPearsonInterval } from "./clopper-pearson-interval.js";
export { contrastInterval, type WeightedInterval } from "./contrast-interval.js";
export { expectedMaximum, type LargestOf } from "./expected-maximum.js";
export { findRoot } from "./find-root.js";
export { incompleteBeta } from "./incomplete-beta.js";
export type { Interval, IntervalOptions } from "./interval.js";
export { jeffreysInterval } from "./jeffreys-interval.js";
export { logGamma } from "./log-gamma.js";
export { logitInterval } from "./logit-interval.js";
export { type McNemarTest, mcnemarTest } from "./mcnemar-test.js";
export type {
  Calibration,
  ConfusionMatrix,
  PrecisionRecallCurve,
  PrecisionRecallPoint,
  ReliabilityRow,
  RocCurve,
  RocPoint,
} from "./metrics.js";
export { miettinenNurminenInterval, miettinenNurminenLimits } from "./miettinen-nurminen-interval.js";
export { type Counts, newcombeInterval } from "./newcombe-interval.js";
export { normalProbability } from "./normal-probability.js";
export { normalQuantile } from "./normal-quantile.js";
export type { PairedCounts } from "./paired-counts.js";
export { pairedInterval } from "./paired-interval.js";
export { quantile } from "./quantile.js";
export { simultaneousQuantile } from "./simultaneous-quantile.js";
export { studentQuantile } from "./student-quantile.js";
export { tangoInterval } from "./tango-interval.js";
export { twoSidedQuantile } from "./two-sided-quantile.js";
export { meanInterval, welchInterval } from "./welch-interval.js";
export { wilsonInterval, wilsonLimits } from "./wilson-interval.js";
