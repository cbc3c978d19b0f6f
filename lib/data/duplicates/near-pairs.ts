import { bitsOf } from "./perceptual-hash.js";

/** Bits of a hash that are compared at once. */
const bandBits = 9;
const bands = Math.ceil(64 / bandBits);

/** The largest distance at which a pair is found for sure: eight bands, of which seven may differ. */
export const surelyFound: number = bands - 1;

/**
 * Calls back with every pair of hashes that differ in few bits, a pair perhaps more than once.
 *
 * Two hashes of 64 bits that differ in seven agree in at least one of eight bands: only those that share a band are
 * compared, which for 100,000 images is one pair in sixty.
 *
 * @param hashes - shape [images, 2]
 */
export function nearPairs(
  hashes: Uint32Array,
  distance: number,
  found: (a: number, b: number) => void,
): void {
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<number, number[]>();
    for (let row = 0; 2 * row < hashes.length; row++) {
      const bits = bitsAt(hashes[2 * row]!, hashes[2 * row + 1]!, band * bandBits);
      const bucket = buckets.get(bits);
      if (bucket === undefined) buckets.set(bits, [row]);
      else bucket.push(row);
    }
    for (const bucket of buckets.values()) compare(bucket, hashes, distance, found);
  }
}

function compare(
  rows: readonly number[],
  hashes: Uint32Array,
  distance: number,
  found: (a: number, b: number) => void,
): void {
  for (let i = 0; i < rows.length; i++) {
    const [low, high] = [hashes[2 * rows[i]!]!, hashes[2 * rows[i]! + 1]!];
    for (let k = i + 1; k < rows.length; k++) {
      const other = 2 * rows[k]!;
      if (bitsOf(low ^ hashes[other]!) + bitsOf(high ^ hashes[other + 1]!) <= distance)
        found(rows[i]!, rows[k]!);
    }
  }
}

/** Nine bits of a hash from the bit `from`, fewer at its end. */
function bitsAt(low: number, high: number, from: number): number {
  const mask = (1 << bandBits) - 1;
  if (from >= 32) return (high >>> (from - 32)) & mask;
  const carried = from + bandBits > 32 ? high << (32 - from) : 0;
  return ((low >>> from) | carried) & mask;
}
