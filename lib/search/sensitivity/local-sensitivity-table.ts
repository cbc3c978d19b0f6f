import type { Interval } from "../../core/index.js";
import type { ParameterValue } from "../space/distribution.js";

/** What is lost by moving one hyperparameter away from its best value, the others held. */
export interface LocalParameterSensitivity {
  readonly name: string;
  readonly best: ParameterValue;
  /** Where it is moved to: below and above, what the range allows; for a choice, every other. */
  readonly moved: readonly ParameterValue[];
  /** How much worse the objective becomes, averaged over these, in its own unit; below 0 where it would be better. */
  readonly loss: Interval;
}

/** What matters near the best trial, most first. */
export interface LocalSensitivity {
  /** The trial about which the others are moved: the one that a surrogate holds for the best. */
  readonly trial: number;
  readonly parameters: readonly LocalParameterSensitivity[];
}
