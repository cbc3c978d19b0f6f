import type { LearningCurveRow, LearningCurveSplit } from "./learning-curve-rows.js";

/** One split's curve, with the numbers that are said of it. */
export interface LearningCurveSeries {
  readonly split: LearningCurveSplit;
  readonly rows: readonly LearningCurveRow[];
  readonly last: LearningCurveRow;
  /** The lowest point; the first of equal ones. */
  readonly best: LearningCurveRow;
}

/** The rows by split, in the order of the rows. */
export function learningCurveSeries(rows: readonly LearningCurveRow[]): LearningCurveSeries[] {
  const splits = [...new Set(rows.map(({ split }) => split))];
  return splits.map((split) => {
    const own = rows.filter((row) => row.split === split);
    const best = own.reduce((lowest, row) =>
      row.value < lowest.value || Number.isNaN(lowest.value) ? row : lowest,
    );
    return { split, rows: own, last: own.at(-1)!, best };
  });
}
