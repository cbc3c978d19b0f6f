import { formatPercent } from "../../core/index.js";
import type { LearningCurveMetric } from "./learning-curve-rows.js";

/** An error in percent, a loss in nats with three figures. */
export function formatMetric(value: number, metric: LearningCurveMetric): string {
  if (!Number.isFinite(value)) return String(value);
  return metric === "error" ? `${formatPercent(value)} %` : value.toPrecision(3);
}
