import { checkOptions, type Dataset, type RegressionDataset } from "../../core/index.js";
import { checkRate } from "../check-values.js";
import type { SameKind } from "./same-kind.js";
import { splitDataset } from "./split-dataset.js";

/** Options for {@link validationSplit}. */
export interface ValidationSplitOptions {
  /** Share of the samples to hold out, between 0 and 1; defaults to 0.2. */
  fraction?: number;
  /** Seed of the shuffle; defaults to 0. */
  seed?: number;
}

/**
 * Holds out part of a data set for validation, after shuffling it.
 *
 * The `validationSplit` of `model.fit` takes the last rows as they come: of a file sorted by class, a class that was never
 * trained on.
 *
 * @throws UsageError when one of the two would be empty
 * @see F. Chollet et al., Keras, "Model training APIs": validation_split takes "the last samples … before shuffling"
 * @example
 * const { train, validation } = validationSplit(makeMoons(100), { fraction: 0.25 });
 * [train.size, validation.size]; // [75, 25]
 */
export function validationSplit<D extends Dataset | RegressionDataset>(
  dataset: D,
  options: ValidationSplitOptions = {},
): { train: SameKind<D>; validation: SameKind<D> } {
  checkOptions("validationSplit", options, ["fraction", "seed"]);
  const { fraction = 0.2, seed = 0 } = options;
  checkRate("fraction", fraction);
  return splitDataset(dataset, { fractions: { train: 1 - fraction, validation: fraction }, seed });
}
