import type { Interval } from "../../core/index.js";
import type { SliceCondition } from "./slice-condition.js";

/** A slice that is worse than the rest by more than chance explains. */
export interface Slice {
  /** The slice in words: "night ≥ 3 and glare = 1". */
  readonly text: string;
  readonly conditions: readonly SliceCondition[];
  readonly samples: number;
  readonly errors: number;
  /** Its error rate. */
  readonly error: Interval;
  /** By how much the error rate of all samples falls when the slice does no worse than the rest: 0.01 is one point. */
  readonly recoverable: Interval;
  /** Its share of all errors: the most there is to win in it, were it free of errors. */
  readonly shareOfErrors: Interval;
  /** The chance of such a slice among all that were looked at, were none worse than the rest. */
  readonly pValue: number;
}

/** What `findSlices` found, the slice that stands out most first. */
export interface SliceReport {
  readonly slices: readonly Slice[];
  readonly samples: number;
  readonly errors: number;
  /** How many slices of one, two and three tags were compared with the rest. */
  readonly tested: readonly number[];
  readonly confidence: number;
  /** What was found, in a sentence or two. */
  readonly reading: string;
}
