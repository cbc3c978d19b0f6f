import type { ErrorDecomposition } from "../../core/index.js";

/** The test loss as a sum, in the metric's own unit. */
export interface MetricDecomposition
  extends Pick<
    ErrorDecomposition,
    "terms" | "rungs" | "covariance" | "dominant" | "rivals" | "confidence" | "reading"
  > {
  readonly metric: string;
  readonly unit: string;
}
