import { errorTermLabels, formatPercent } from "../../core/index.js";
import type { MetricDecomposition } from "./metric-decomposition.js";

/** The result in words, in the metric's unit. */
export function metricReading(result: Omit<MetricDecomposition, "reading">): string {
  const { terms, rungs, dominant, rivals, metric, unit, confidence } = result;
  const scale = Math.max(...rungs.map(({ estimate }) => Math.abs(estimate)));
  const digits = Math.max(0, 2 - Math.floor(Math.log10(scale || 1)));
  const number = (value: number) =>
    unit === "points" ? formatPercent(value, scale) : value.toFixed(digits).replace("-", "−");
  const whole = `${number(rungs.at(-1)!.estimate)} ${unit === "points" ? "%" : unit} test ${metric}`;
  const largest = terms
    .filter(({ name }) => name !== "irreducible")
    .reduce((best, term) =>
      term.name === dominant || (dominant === "undecided" && term.estimate > best.estimate) ? term : best,
    );
  const percent = Number((100 * confidence).toPrecision(6));
  const size = `${number(largest.estimate)} ${unit} (${percent} % interval ${number(largest.low)} to ${number(largest.high)})`;
  const label = errorTermLabels[largest.name];
  if (dominant === "undecided")
    return largest.estimate > 0
      ? `Undecided: no part of ${whole} that work can reduce can be told from chance. The largest is ${label}, ${size}.`
      : `Nothing to reduce shows in ${whole}: no term is above 0.`;
  const also =
    rivals.length === 0
      ? ""
      : `; ${rivals.map((name) => errorTermLabels[name]).join(" and ")} may be as large or larger`;
  return `Of ${whole}, ${label} is the largest part that work can reduce: ${size}${also}.`;
}
