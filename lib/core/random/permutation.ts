import { integerBelow } from "./integer-below.js";
import type { RandomSource } from "./random-source.js";

/**
 * The numbers 0 … size − 1 in random order, every order equally likely (Fisher and Yates' shuffle).
 *
 * @example
 * permutation(3, () => 0); // Uint32Array [1, 2, 0]
 */
export function permutation(size: number, random: RandomSource): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  for (let last = size - 1; last > 0; last--) {
    const pick = integerBelow(last + 1, random);
    const kept = order[last]!;
    order[last] = order[pick]!;
    order[pick] = kept;
  }
  return order;
}
