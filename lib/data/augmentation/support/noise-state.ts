import type { RandomSource } from "../../../core/index.js";

/**
 * The state of a fast generator for one number per pixel, to be stepped where it is used:
 * `state ^= state << 13; state ^= state >>> 17; state ^= state << 5`. A call per pixel would cost more than the pixel.
 *
 * @see G. Marsaglia, "Xorshift RNGs" (2003)
 */
export function noiseState(random: RandomSource): number {
  return Math.floor(random() * 4294967296) | 1;
}
