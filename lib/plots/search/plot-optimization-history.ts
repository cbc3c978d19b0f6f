import { type Figure, shortValue } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { bestOf, completeTrials, type DrawnStudy, triangle, uncovered } from "./drawn-study.js";
import { axisName, beyondText, countAxis, valueScale } from "./value-axis.js";

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
  const last = study.trials.at(-1)!.number;
  const steps = rows.filter(({ best }, i) => best !== rows[i - 1]?.best);
  const scale = valueScale(
    rows.map(({ value }) => value),
    study.direction,
  );
  const drawn = uncovered(
    rows,
    ({ trial, value }) => [trial / Math.max(1, last), scale.shareOf(value)],
    [200, 90],
  );
  const points = (of: readonly OptimizationHistoryRow[], marker: object) => ({
    ...{ type: "scatter", mode: "markers", marker: { size: 6, color: palette.grey, ...marker } },
    ...{ x: of.map(({ trial }) => trial), y: of.map(({ value }) => scale.placeOf(value)) },
    text: of.map(({ trial, value }) => `trial ${trial}: ${shortValue(value)}`),
    ...{ hovertemplate: "%{text}<extra></extra>", cliponaxis: false },
  });
  const far = drawn.filter(({ value }) => scale.isBeyond(value));
  return {
    data: [
      points(
        drawn.filter(({ value }) => !scale.isBeyond(value)),
        {},
      ),
      ...(far.length > 0 ? [points(far, triangle(study.direction))] : []),
      {
        ...{ type: "scatter", mode: "lines", line: { color: palette.blue, width: 2, shape: "hv" } },
        x: [...steps.map(({ trial }) => trial), last],
        y: [...steps.map(({ best }) => scale.placeOf(best)), best.value],
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
        subtitle: `Each trial's value; the line is the best so far${beyondText(scale.beyond)}`,
        margin: { l: 64, r: 24, t: 84, b: 52 },
        annotations: [axisName("trial", "below"), axisName("objective", "left")],
      }),
      ...{ xaxis: countAxis(0, last), yaxis: scale.axis },
    },
    reading: readingOf(study, best.number, rows),
  };
}

function readingOf({ trials }: DrawnStudy, best: number, rows: readonly OptimizationHistoryRow[]): string {
  const others = (["pruned", "failed"] as const).flatMap((of) => {
    const count = trials.filter(({ state }) => state === of).length;
    return count === 0
      ? []
      : [of === "failed" ? `${count} failed` : `${count} ${count === 1 ? "was" : "were"} pruned`];
  });
  const value = shortValue(rows.at(-1)!.best);
  const after = rows.filter(({ trial }) => trial > best).length;
  const since = after === 0 ? [] : [`${after} since ${after === 1 ? "was" : "were"} no better`];
  const head =
    rows.length === 1
      ? `Trial ${best} alone is complete, with ${value}`
      : `Trial ${best} is the best of ${rows.length}${others.length > 0 ? " complete ones" : ""}, with ${value}`;
  return `${[head, ...since, ...others].join("; ")}.`;
}
