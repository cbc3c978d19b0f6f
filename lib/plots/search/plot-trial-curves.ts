import { type Figure, shortValue, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { type DrawnStudy, type DrawnTrial, someOf } from "./drawn-study.js";
import { axisName, countAxis, valueScale } from "./value-axis.js";

/** One trial's reports. */
export interface TrialCurveRow {
  readonly trial: number;
  readonly state: string;
  readonly isBest: boolean;
  readonly reports: DrawnTrial["intermediate"];
}

/** The trials that reported, the best one last; one that was stopped and went on later is one curve. */
export function trialCurveRows({ trials, direction }: DrawnStudy): TrialCurveRow[] {
  const sign = direction === "minimize" ? 1 : -1;
  const complete = trials.filter(({ state, value }) => state === "complete" && Number.isFinite(value));
  const best = complete.reduce<DrawnTrial | undefined>(
    (a, b) => (a === undefined || sign * b.value! < sign * a.value! ? b : a),
    undefined,
  );
  const continued = new Set(trials.map(({ continues }) => continues));
  const rows = trials
    .filter(({ intermediate, number }) => intermediate.length > 0 && !continued.has(number))
    .map((trial) => ({
      trial: trial.number,
      state: trial.state,
      isBest: trial === best,
      reports: trial.intermediate,
    }));
  if (rows.length === 0)
    throw new UsageError({
      got: "plotTrialCurves got a study whose trials reported nothing.",
      expected: "trials that report after each epoch.",
      fix: "call await trial.report(error, epoch) in the objective.",
    });
  return [...rows.filter(({ isBest }) => !isBest), ...rows.filter(({ isBest }) => isBest)];
}

/** With more lines nobody sees any. */
const mostLines = 300;

/**
 * What each trial reported on its way: the best one, those that were pruned, and the rest.
 *
 * @returns a figure of 640 × 400 pixels; its reading says how many steps pruning saved
 * @throws UsageError where no trial reported
 */
export function plotTrialCurves(study: DrawnStudy): Figure {
  const all = trialCurveRows(study);
  const rows = someOf(all, mostLines);
  const [first, last] = [
    all.reduce((least, { reports }) => Math.min(least, reports[0]!.step), Number.POSITIVE_INFINITY),
    all.reduce((most, { reports }) => Math.max(most, reports.at(-1)!.step), 0),
  ];
  const pruned = all.filter(({ state }) => state === "pruned");
  const style = ({ isBest, state }: TrialCurveRow) =>
    isBest
      ? { color: palette.vermillion, width: 3 }
      : state === "pruned"
        ? { color: palette.grey, width: 1, dash: "dot" }
        : { color: "#7fb2d6", width: 1.2 };
  const finite = rows.flatMap(({ reports }) => reports.map(({ value }) => value)).filter(Number.isFinite);
  const scale = valueScale(finite, study.direction);
  const beyond = rows.filter(({ reports }) => reports.some(({ value }) => scale.isBeyond(value))).length;
  return {
    data: rows.map((row) => ({
      ...{
        type: "scatter",
        mode: row.reports.length === 1 ? "markers" : "lines",
        line: style(row),
        marker: { size: 4, color: style(row).color },
      },
      x: row.reports.map(({ step }) => step),
      y: row.reports.map(({ value }) => (Number.isFinite(value) ? value : null)),
      text: `trial ${row.trial}, ${row.state}`,
      hovertemplate: "%{text}: %{y:.4g}<extra></extra>",
    })),
    layout: {
      ...baseLayout({
        title: "How the trials learned",
        subtitle: `The best trial red${pruned.length > 0 ? ", complete ones blue, pruned ones dotted" : ""}${rows.length < all.length ? `; ${rows.length} of ${all.length} are drawn` : ""}${beyond > 0 ? `; ${beyond} ${beyond === 1 ? "leaves" : "leave"} the picture` : ""}`,
        margin: { l: 64, r: 24, t: 84, b: 52 },
        annotations: [axisName("step", "below"), axisName("reported", "left")],
      }),
      ...{ xaxis: countAxis(first, last), yaxis: scale.axis },
    },
    reading: readingOf(study, all),
  };
}

/** Which trial is the best, and what pruning saved. */
function readingOf({ trials }: DrawnStudy, rows: readonly TrialCurveRow[]): string {
  const best = rows.at(-1)!;
  const last = best.reports.findLast(({ value }) => Number.isFinite(value));
  const isAny = trials.some(({ state, value }) => state === "complete" && Number.isFinite(value));
  const head = best.isBest
    ? `Trial ${best.trial} is the best${last === undefined ? "" : `, with ${shortValue(last.value)} at step ${last.step}`}`
    : isAny
      ? "The best trial reported nothing on its way"
      : "No trial is complete";
  const pruned = rows.filter(({ state }) => state === "pruned").length;
  if (pruned === 0)
    return rows.length === 1 ? `${head}.` : `${head}; none of ${rows.length} trials were pruned.`;
  const steps = rows.reduce((sum, { reports }) => sum + reports.length, 0);
  const whole = rows.reduce((most, { reports }) => Math.max(most, reports.length), 0);
  const saved = Math.round(100 * (1 - steps / (whole * rows.length)));
  return `${head}; ${pruned} of ${rows.length} trials were pruned, which saved ${saved} % of the steps.`;
}
