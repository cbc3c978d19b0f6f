import { mixWord } from "./mix-word.js";
import { sfc32 } from "./sfc32.js";

/** A source of uniform numbers in [0, 1), 32 bits each. Every random choice in lib/ takes one. */
export type RandomSource = () => number;

/**
 * A stream of uniform numbers for a seed and a path: the same arguments give the same numbers, on every platform.
 *
 * The path names what the stream is for, so that streams never share numbers and any one of them can be
 * reached at once: image 7 of a data set is `randomSource(seed, "scene", 7)`, without images 0 to 6.
 *
 * @param seed - any finite number
 * @param path - words and numbers that tell this stream from its siblings
 * @see G. Marsaglia, "Xorshift RNGs" (2003), and C. Doty-Humphrey's sfc32 (PractRand, 2014), the generator used
 * @example
 * randomSource(1, "order")() === randomSource(1, "order")(); // true
 */
export function randomSource(seed: number, ...path: readonly (string | number)[]): RandomSource {
  const [a, b, c] = hashSeed(seed, path);
  return sfc32(a, b, c, 12);
}

// Kept, for streams are begun by the million, and to make an array takes longer than the rest.
const seedAsDouble = new Float64Array(1);
const seedAsWords = new Int32Array(seedAsDouble.buffer);

/** Mixes the seed's 64 bits and the path's characters into three 32-bit words (MurmurHash3's finalizer). */
function hashSeed(seed: number, path: readonly (string | number)[]): [number, number, number] {
  seedAsDouble[0] = seed;
  let a = mixWord(0x9e3779b9 ^ seedAsWords[0]!);
  let b = mixWord(a ^ seedAsWords[1]!);
  let c = 0x243f6a88;
  for (const part of path) {
    const text = typeof part === "number" ? `#${part}` : part;
    for (let i = 0; i < text.length; i++) c = mixWord(c ^ (text.charCodeAt(i) + 0x85ebca6b));
    a = mixWord((a + c) | 0);
    b = mixWord(b ^ a);
  }
  return [a, b, mixWord(c ^ b)];
}
