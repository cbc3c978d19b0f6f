import type { Distribution, ParameterValue } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";

/** What a round does with one hyperparameter's range. */
export type RangeAction = "keep" | "narrow" | "shift" | "widen" | "log" | "drop";

/** The numbers behind a decision. */
export interface RangeEvidence {
  /** Ended trials that had this hyperparameter. */
  readonly trials: number;
  /** How many of the best tenth of them, three at least, lie in the new range. */
  readonly bestInside: number;
  readonly best: number;
  /** Where the optimum lies in nearly all functions that agree with the trials; for a choice, those that win in a fiftieth. */
  readonly optimum: readonly ParameterValue[];
  /** How many of the best lie in the lowest and the highest twentieth of the old range. */
  readonly atLow: number;
  readonly atHigh: number;
  /** The share of trials that failed, in the new range and in what it leaves out. */
  readonly divergedInside: number;
  readonly divergedOutside: number;
  /** How much worse the best held-out trial within the range would be than the best one, had the other half of the trials decided alone. */
  readonly heldOutCost: number;
}

/** One decision on one hyperparameter. */
export interface RangeDecision {
  readonly name: string;
  readonly action: RangeAction;
  readonly before: Distribution;
  readonly after: Distribution;
  readonly evidence: RangeEvidence;
  /** What was decided and why. */
  readonly sentence: string;
}

/** One round: where it draws, and why there. */
export interface SearchRound {
  /** From 0; the first draws from the declared space. */
  readonly round: number;
  /** The number of its first trial. */
  readonly firstTrial: number;
  readonly space: SearchSpace;
  /** None in the first round. */
  readonly decisions: readonly RangeDecision[];
}
