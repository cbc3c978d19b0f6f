import type { ErrorDecomposition, ErrorRungName } from "../../core/index.js";
import type { VarianceComponents } from "./crossed-variance.js";

/** How much the runs and how much the images make a split's error uncertain. */
export interface SeededSplit {
  readonly split: ErrorRungName;
  readonly components: VarianceComponents;
  /** Of the mean error over the runs. */
  readonly standardError: number;
  /** What one would take it for otherwise: all predictions as independent, the spread of the runs alone, one run alone. */
  readonly wrong: { readonly pooled: number; readonly seedsAlone: number; readonly oneRun: number };
}

/** Test error of a recipe as a sum, from several training runs. */
export interface SeededDecomposition extends ErrorDecomposition {
  readonly seeds: number;
  readonly splits: readonly SeededSplit[];
  /** Where undecided, and runs can do it: how many more would settle it, four times in five. */
  readonly moreSeeds?: number;
}
