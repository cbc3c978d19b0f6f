export { type DecomposeMetricOptions, decomposeMetric } from "./decompose-metric.js";
export { type LadderMetric, ladderMetrics } from "./ladder-metrics.js";
export type { MetricDecomposition } from "./metric-decomposition.js";
