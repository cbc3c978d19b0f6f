import type { Dataset, RegressionDataset } from "../../core/index.js";

/** One data set that can be made by name. */
export interface Maker {
  /** What it is, in a line. */
  readonly summary: string;
  /** Samples where none are asked for. */
  readonly samples: number;
  /** One sample's shape, where nothing else is asked for. */
  readonly shape: readonly number[];
  /** Options that it takes beside the seed and the number of samples, as its function calls them. */
  readonly knobs?: readonly string[];
  make(wanted: Wanted): Made | Promise<Made>;
}

/** What was asked for. */
export interface Wanted {
  readonly samples: number;
  readonly seed: number;
  /** Only what was typed, by the names of the function's own options. */
  readonly knobs: Readonly<Record<string, number | readonly number[]>>;
}

/** A data set, or one in its splits. */
export type Made = Dataset | RegressionDataset | Readonly<Record<string, Dataset | RegressionDataset>>;
