import type { Interval } from "../../core/index.js";
import type { BestPlace } from "./best-place.js";

/** How much one hyperparameter matters. */
export interface ParameterSensitivity extends BestPlace {
  readonly name: string;
  /** The share of the objective's variance over the space that it explains by itself: Sobol's first order. */
  readonly firstOrder: Interval;
  /** And with all that it does together with others: the total. */
  readonly total: Interval;
  /** "none" where the trials do not show that it matters at all; else by the total share: from 25 %, from 5 %, and below. */
  readonly verdict: "high" | "medium" | "low" | "none";
  /** The hyperparameter with which it acts together most, and their share; absent where there is no evidence of any. */
  readonly partner?: { readonly name: string; readonly share: Interval };
  /** How many trials in all would bring the total's interval to 10 points; those at hand where it is there already. */
  readonly trialsNeeded: number;
}

/** What a study's trials say of its hyperparameters; those that matter most first. */
export interface Sensitivity {
  readonly parameters: readonly ParameterSensitivity[];
  readonly trials: number;
  /** How many of them had failed or came out far beyond the others, and were counted as just beyond. */
  readonly cut: number;
  /** The share of the trials' variance that the surrogate explains; the rest is noise, or too fine for it. */
  readonly explained: number;
}
