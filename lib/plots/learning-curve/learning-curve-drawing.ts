import { formatMetric } from "./format-metric.js";
import type { LearningCurveMetric } from "./learning-curve-rows.js";
import type { LearningCurveSeries } from "./learning-curve-series.js";

const blocks = [..."▁▂▃▄▅▆▇█"];
const columns = 40;

/** A line of blocks for each curve, on one scale, and where it began and ended. */
export function learningCurveDrawing(
  series: readonly LearningCurveSeries[],
  metric: LearningCurveMetric,
): string {
  const values = series.flatMap(({ rows }) => rows.map(({ value }) => value)).filter(Number.isFinite);
  const most = Math.max(...values, Number.MIN_VALUE);
  const block = (value: number) =>
    Number.isFinite(value) ? blocks[Math.min(7, Math.floor((8 * value) / most))]! : "×";
  const width = Math.max(8, ...series.map(({ name }) => name.length));
  const lines = series.map(({ name, rows, last }) => {
    const every = Math.ceil(rows.length / columns);
    // Counted from the end, so that the last epoch is always among those shown.
    const shown = rows.filter((_, i) => (rows.length - 1 - i) % every === 0);
    const bar = shown.map(({ value }) => block(value)).join("");
    const ends = `${formatMetric(rows[0]!.value, metric)} → ${formatMetric(last.value, metric)}`;
    return `${name.padEnd(width)}  ${bar}  ${ends}`;
  });
  return lines.join("\n");
}
