import { checkOptions, type Figure, type History, UsageError } from "../../core/index.js";
import { lineStyles } from "../line-styles.js";
import { curvesFigure } from "./curves-figure.js";
import { formatMetric } from "./format-metric.js";
import { learningCurveDrawing } from "./learning-curve-drawing.js";
import {
  type LearningCurveMetric,
  type LearningCurveSplit,
  learningCurveRows,
} from "./learning-curve-rows.js";
import { type LearningCurveSeries, seriesOf } from "./learning-curve-series.js";
import { metricSubtitle } from "./plot-learning-curve.js";

/** Options for {@link plotRuns}. */
export interface PlotRunsOptions {
  /** `"error"`, the share of wrong predictions, or `"loss"`, in nats; defaults to `"error"`. */
  metric?: LearningCurveMetric;
  /** Whose numbers are compared; defaults to `"train"`. */
  split?: LearningCurveSplit;
}

/**
 * The learning curves of several runs in one picture, on one split.
 *
 * @param runs - each run's history, by the name that stands at its curve's end; two to six of them
 * @returns a figure of 640 × 400 pixels; its reading orders the runs by where they ended
 * @throws UsageError when there are too many runs, or a run did not score the split
 */
export function plotRuns(runs: Readonly<Record<string, History>>, options: PlotRunsOptions = {}): Figure {
  checkOptions("plotRuns", options, ["metric", "split"]);
  const { metric = "error", split = "train" } = options;
  assertComparable(runs, split);
  const series = Object.entries(runs).map(([name, history]) =>
    seriesOf(
      name,
      learningCurveRows(history, metric).filter((row) => row.split === split),
    ),
  );
  const figure = curvesFigure(series, {
    metric,
    title: `${metric === "error" ? "Error" : "Loss"} on ${split}, run by run`,
    subtitle: metricSubtitle[metric],
    styles: lineStyles,
  });
  return {
    ...figure,
    reading: readingOf(series, metric, split),
    drawing: learningCurveDrawing(series, metric),
  };
}

/** The runs from the lowest end to the highest; what has diverged comes last. */
function readingOf(
  series: readonly LearningCurveSeries[],
  metric: LearningCurveMetric,
  split: LearningCurveSplit,
): string {
  const height = ({ last }: LearningCurveSeries) => (Number.isFinite(last.value) ? last.value : Infinity);
  const ordered = [...series].sort((a, b) => height(a) - height(b));
  const ends = ordered.map(({ name, last }) => `${name} ${formatMetric(last.value, metric)}`);
  return `Final ${metric} on ${split}, from the lowest: ${ends.join(", ")}.`;
}

function assertComparable(runs: Readonly<Record<string, History>>, split: LearningCurveSplit): void {
  const names = Object.keys(runs);
  if (names.length === 0 || names.length > lineStyles.length)
    throw new UsageError({
      got: `plotRuns got ${names.length} runs.`,
      expected: `1 to ${lineStyles.length}: more curves cannot be told apart.`,
      fix: "compare the runs that matter, a few at a time.",
    });
  const without = names.find((name) => !runs[name]!.epochs.some((epoch) => epoch[split] !== undefined));
  if (without !== undefined)
    throw new UsageError({
      got: `plotRuns got the run "${without}", which has no numbers of ${split}.`,
      expected: `runs that scored ${split} after each epoch.`,
      fix: split === "train" ? "train for one epoch or more." : `pass { ${split} } to fit.`,
    });
}
