import type { Parameters } from "./distribution.js";
import type { SpaceParameter } from "./search-space.js";

/**
 * Whether a hyperparameter exists in a trial with these values.
 *
 * @param parameters - those of the ones before it
 */
export function existsUnder({ when }: SpaceParameter, parameters: Parameters): boolean {
  if (when === undefined) return true;
  const value = parameters[when.name];
  return value !== undefined && when.isOneOf.includes(value);
}
