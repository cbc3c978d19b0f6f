import type { Distribution, ParameterValue } from "./distribution.js";

/** Why a hyperparameter is searched (Godbole and others, Deep Learning Tuning Playbook, 2023). */
export type ParameterRole = "scientific" | "nuisance" | "fixed";

/** One hyperparameter of a space. */
export interface SpaceParameter {
  readonly name: string;
  readonly distribution: Distribution;
  readonly role: ParameterRole;
  /** It exists only where another, earlier parameter has one of these values. */
  readonly when?: { readonly name: string; readonly isOneOf: readonly ParameterValue[] };
}

/** The hyperparameters of a study, each after the one on which it depends. */
export type SearchSpace = readonly SpaceParameter[];
