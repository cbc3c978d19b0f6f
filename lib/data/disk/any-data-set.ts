import type { Dataset, RegressionDataset } from "../../core/index.js";

/** What can be stored: samples with labels, or with numbers to predict. */
export type AnyDataSet = Dataset | RegressionDataset;

/** A data set in its parts, by name: `{ train, test }`. */
export type Splits = Readonly<Record<string, AnyDataSet>>;

/** The classes' names; undefined where the answers are numbers. */
export function classesOf(dataset: AnyDataSet): readonly string[] | undefined {
  return "classes" in dataset ? dataset.classes : undefined;
}

/** Numbers in one sample. */
export function numbersIn(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
