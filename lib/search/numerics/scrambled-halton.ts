import { permutation, randomSource } from "../../core/index.js";

/**
 * Point `index` of Halton's sequence in [0, 1)^dimensions, its digits permuted by the seed: evenly spread from the first
 * point on, and any point reached at once.
 *
 * @param seed - absent, the digits stay as they are
 * @see A. Owen, "A randomized Halton algorithm in R" (2017)
 * @example
 * scrambledHalton(3, 2); // Float64Array [0.75, 0.1111111111111111]
 */
export function scrambledHalton(index: number, dimensions: number, seed?: number): Float64Array {
  return Float64Array.from({ length: dimensions }, (_, dimension) => {
    const base = prime(dimension);
    // Without a seed, the digits above the index are zeros and add nothing.
    let [rest, weight, value] = [index, 1, 0];
    for (let place = 0; seed === undefined ? rest > 0 : weight > 2 ** -40; place++) {
      const digit = rest % base;
      rest = (rest - digit) / base;
      weight /= base;
      value += weight * (seed === undefined ? digit : permutedDigit(digit, base, place, seed));
    }
    return Math.min(value, 1 - 2 ** -53);
  });
}

function permutedDigit(digit: number, base: number, place: number, seed: number): number {
  return permutation(base, randomSource(seed, "halton", base, place))[digit]!;
}

/** The prime number after `count` others. */
function prime(count: number): number {
  for (let candidate = 2, found = 0; ; candidate++) {
    let divisor = 2;
    while (candidate % divisor !== 0) divisor++;
    if (divisor === candidate && found++ === count) return candidate;
  }
}
