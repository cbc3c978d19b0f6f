import type { LearningCurveRow } from "./learning-curve-rows.js";

/** One curve, with the numbers that are said of it. */
export interface LearningCurveSeries {
  /** The split's, or the run's. */
  readonly name: string;
  readonly rows: readonly LearningCurveRow[];
  readonly last: LearningCurveRow;
  /** The lowest point; the first of equal ones. */
  readonly best: LearningCurveRow;
}

/** A curve from its rows, of which there is at least one. */
export function seriesOf(name: string, rows: readonly LearningCurveRow[]): LearningCurveSeries {
  const best = rows.reduce((lowest, row) =>
    row.value < lowest.value || Number.isNaN(lowest.value) ? row : lowest,
  );
  return { name, rows, last: rows.at(-1)!, best };
}

/** The rows by split, in the order of the rows. */
export function learningCurveSeries(rows: readonly LearningCurveRow[]): LearningCurveSeries[] {
  const splits = [...new Set(rows.map(({ split }) => split))];
  return splits.map((name) =>
    seriesOf(
      name,
      rows.filter(({ split }) => split === name),
    ),
  );
}
