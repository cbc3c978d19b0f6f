/** A number between two bounds, both included. */
export interface FloatDistribution {
  readonly type: "float";
  readonly low: number;
  readonly high: number;
  /** Whether it is drawn evenly over its logarithm. */
  readonly log: boolean;
  /** The values are `low`, `low + step`, … */
  readonly step?: number;
}

/** A whole number between two bounds, both included. */
export interface IntDistribution {
  readonly type: "int";
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
  readonly step: number;
}

/** One of several things without an order. */
export interface ChoiceDistribution {
  readonly type: "choice";
  readonly choices: readonly ParameterValue[];
}

/** Which values a hyperparameter may take; the three kinds that Optuna's tables hold. */
export type Distribution = FloatDistribution | IntDistribution | ChoiceDistribution;

/** What a hyperparameter may be. */
export type ParameterValue = number | string | boolean | null;

/** Values by the hyperparameters' names. */
export type Parameters = Readonly<Record<string, ParameterValue>>;
