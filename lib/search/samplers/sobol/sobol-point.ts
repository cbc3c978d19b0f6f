import { mixWord, UsageError } from "../../../core/index.js";
import { directionNumbers } from "./direction-numbers.js";

const bits = 32;

/** How many dimensions the table reaches. */
export const sobolDimensions: number = directionNumbers.length + 1;

const directions = new Map<number, Uint32Array>();

/** The direction of each bit in a dimension, worked out once by Bratley and Fox's recurrence. */
function directionsOf(dimension: number): Uint32Array {
  const known = directions.get(dimension);
  if (known !== undefined) return known;
  const [polynomial, ...first] = dimension === 0 ? [1] : directionNumbers[dimension - 1]!;
  const degree = first.length;
  const made = new Uint32Array(bits);
  for (let i = 0; i < bits; i++) {
    if (degree === 0) made[i] = 2 ** (bits - 1 - i);
    else if (i < degree) made[i] = first[i]! * 2 ** (bits - 1 - i);
    else {
      let word = made[i - degree]! ^ (made[i - degree]! >>> degree);
      for (let k = 1; k < degree; k++) if ((polynomial! >> (degree - k)) & 1) word ^= made[i - k]!;
      made[i] = word;
    }
  }
  directions.set(dimension, made);
  return made;
}

/**
 * One coordinate of Sobol's sequence in 0 … 1, as 32 bits.
 *
 * Points come in the order of Gray's code, as in Bratley and Fox's algorithm 659, so that the first 2ᵏ are the same set
 * as in any other order.
 */
export function sobolWord(index: number, dimension: number): number {
  if (dimension >= sobolDimensions)
    throw new UsageError({
      got: `Sobol's sequence was asked for dimension ${dimension}.`,
      expected: `one below ${sobolDimensions}.`,
      fix: "search fewer hyperparameters at once, or take random().",
    });
  const made = directionsOf(dimension);
  let word = 0;
  for (let gray = index ^ (index >>> 1), bit = 0; gray !== 0; gray >>>= 1, bit++)
    if (gray & 1) word ^= made[bit]!;
  return word >>> 0;
}

/**
 * Owen's scrambling: each bit is flipped, or not, by chance that depends on all the bits before it. The points stay as
 * even as they were, and each by itself is evenly distributed.
 *
 * @see A. Owen, "Randomly Permuted (t,m,s)-Nets and (t,s)-Sequences" (1995)
 */
export function scramble(word: number, key: number): number {
  let flips = 0;
  for (let bit = 0; bit < bits; bit++) {
    // The bits before this one, with a leading 1 that tells 0 from 00.
    const before = bit === 0 ? 1 : (word >>> (bits - bit)) | (1 << bit);
    flips = (flips << 1) | (mixWord(mixWord(before ^ key) + key) & 1);
  }
  return (word ^ flips) >>> 0;
}
