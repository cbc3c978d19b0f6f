import type { ParameterValue } from "./distribution.js";
import type { ParameterRole } from "./search-space.js";

/** In which trials a hyperparameter exists: where another one has this value, or one of these. */
export type When = Readonly<Record<string, ParameterValue | readonly ParameterValue[]>>;

/** What every kind of hyperparameter takes beside its range. */
export interface ParameterOptions {
  /** Where it exists, such as `{ optimizer: "sgd" }`; defaults to every trial. */
  readonly when?: When;
  /** Why it is searched; defaults to "scientific". What is not searched, `fixed(value)` says. */
  readonly role?: Exclude<ParameterRole, "fixed">;
}
