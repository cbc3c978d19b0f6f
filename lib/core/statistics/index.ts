export { areaInterval, standardErrorOf } from "./area-interval.js";
export { type AreaUnderRoc, areaUnderRoc } from "./area-under-roc.js";
export {
  type BootstrapOptions,
  bootstrapInterval,
  bootstrapIntervals,
  bootstrapOptionNames,
  bootstrapReplicates,
} from "./bootstrap-interval.js";
export { contrastInterval, type WeightedInterval } from "./contrast-interval.js";
export type { Interval, IntervalOptions } from "./interval.js";
export { logitInterval } from "./logit-interval.js";
export type {
  Calibration,
  ConfusionMatrix,
  PrecisionRecallCurve,
  PrecisionRecallPoint,
  ReliabilityRow,
  RocCurve,
  RocPoint,
} from "./metrics.js";
export { type Counts, newcombeInterval } from "./newcombe-interval.js";
export { normalQuantile } from "./normal-quantile.js";
export { type PairedCounts, pairedInterval } from "./paired-interval.js";
export { quantile } from "./quantile.js";
export { studentQuantile } from "./student-quantile.js";
export { twoSidedQuantile } from "./two-sided-quantile.js";
export { meanInterval, welchInterval } from "./welch-interval.js";
export { wilsonInterval, wilsonLimits } from "./wilson-interval.js";
