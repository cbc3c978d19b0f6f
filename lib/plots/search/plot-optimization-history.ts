import type { Figure } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { bestOf, completeTrials, type DrawnStudy, short } from "./drawn-study.js";
import { axisName, valueAxis } from "./value-axis.js";

/** One complete trial, and the best so far. */
export interface OptimizationHistoryRow {
  readonly trial: number;
  readonly value: number;
  readonly best: number;
}

/** The trials of a study by number, each with the best until then. */
export function optimizationHistoryRows(study: DrawnStudy): OptimizationHistoryRow[] {
  const sign = study.direction === "minimize" ? 1 : -1;
  let best = sign * Number.POSITIVE_INFINITY;
  return completeTrials(study, "plotOptimizationHistory").map(({ number, value }) => {
    if (sign * value < sign * best) best = value;
    return { trial: number, value, best };
  });
}

/**
 * Every trial's value in the order of the trials, and the best so far.
 *
 * @returns a figure of 640 × 400 pixels; its reading says when the best was found
 * @throws UsageError where no trial is complete
 */
export function plotOptimizationHistory(study: DrawnStudy): Figure {
  const rows = optimizationHistoryRows(study);
  const best = bestOf(completeTrials(study, "plotOptimizationHistory"), study.direction);
  const after = rows.filter(({ trial }) => trial > best.number).length;
  const failed = study.trials.filter(({ state }) => state === "failed").length;
  const last = Math.max(1, study.trials.at(-1)!.number);
  return {
    data: [
      {
        ...{ type: "scatter", mode: "markers", marker: { size: 6, color: palette.grey } },
        x: rows.map(({ trial }) => trial),
        y: rows.map(({ value }) => value),
        hovertemplate: "trial %{x}: %{y:.4g}<extra></extra>",
      },
      {
        ...{ type: "scatter", mode: "lines", line: { color: palette.blue, width: 2, shape: "hv" } },
        x: [...rows.map(({ trial }) => trial), last],
        y: [...rows.map(({ best }) => best), best.value],
        hovertemplate: "best so far %{y:.4g}<extra></extra>",
      },
      {
        ...{ type: "scatter", mode: "markers", hoverinfo: "skip" },
        marker: { size: 10, color: palette.blue, symbol: "star" },
        ...{ x: [best.number], y: [best.value] },
      },
    ],
    layout: {
      ...baseLayout({
        title: "How the search went on",
        subtitle: "Each trial's value; the line is the best so far",
        margin: { l: 64, r: 24, t: 84, b: 52 },
        annotations: [axisName("trial", "below"), axisName("objective", "left")],
      }),
      xaxis: {
        ...{
          range: [-0.02 * last - 0.5, 1.02 * last + 0.5],
          nticks: 8,
          tickfont: { color: palette.faintInk },
        },
        ...{ showgrid: false, zeroline: false, fixedrange: true },
      },
      yaxis: valueAxis(rows.map(({ value }) => value)),
    },
    reading: [
      `Trial ${best.number} is the best of ${rows.length}, with ${short(best.value)}`,
      ...(after > 0 ? [`${after} ${after === 1 ? "trial since was" : "trials since were"} no better`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
    ]
      .join("; ")
      .concat("."),
  };
}
