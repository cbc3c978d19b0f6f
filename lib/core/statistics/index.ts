export { contrastInterval, type WeightedInterval } from "./contrast-interval.js";
export type { Interval, IntervalOptions } from "./interval.js";
export { type Counts, newcombeInterval } from "./newcombe-interval.js";
export { normalQuantile } from "./normal-quantile.js";
export { twoSidedQuantile } from "./two-sided-quantile.js";
export { wilsonInterval, wilsonLimits } from "./wilson-interval.js";
