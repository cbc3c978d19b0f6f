import { randomSource } from "../../core/index.js";

/**
 * The seed of a trial's own random choices, a whole number in 0 … 2³² − 1.
 *
 * @param seed - the study's
 * @example
 * trialSeed(0, 3) === trialSeed(0, 3); // true
 */
export function trialSeed(seed: number, number: number): number {
  return randomSource(seed, "trial", number)() * 2 ** 32;
}
