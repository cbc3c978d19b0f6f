import type { RandomSource } from "./random-source.js";

/**
 * A standard-normal draw by Box and Muller's transform; it uses exactly two uniforms, so streams stay aligned.
 *
 * @see G. Box and M. Muller, "A Note on the Generation of Random Normal Deviates" (1958)
 * @example
 * normal(() => 0); // 0
 */
export function normal(random: RandomSource): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
