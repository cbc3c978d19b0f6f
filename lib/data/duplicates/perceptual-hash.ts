import { UsageError } from "../../core/index.js";
import { greyThumbnail } from "./grey-thumbnail.js";

/** The thumbnail's side, and that of the square of slow waves that is kept of it. */
const side = 32;
const waves = 8;

/** Cosines of the slow waves, shape [waves, side]; the constant is left out. */
const cosines = Float64Array.from({ length: waves * side }, (_, i) =>
  Math.cos((Math.PI * (Math.floor(i / side) + 1) * ((i % side) + 0.5)) / side),
);

/**
 * 64 bits that say what an image looks like: another size, brightness or compression changes few of them, another
 * picture about half.
 *
 * The image is shrunk to 32 × 32 grey pixels; a bit is whether one of its 8 × 8 slowest waves is stronger than their
 * median.
 *
 * @param image - bytes or numbers of one image
 * @param shape - [height, width, channels]
 * @returns two halves of 32 bits; {@link hammingDistance} counts the bits that differ
 * @throws UsageError where the sample is no image
 * @see C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010), the hash by cosine transform
 */
export function perceptualHash(image: ArrayLike<number>, shape: readonly number[]): Uint32Array {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || image.length !== height! * width! * channels!)
    throw new UsageError({
      got: `${image.length} numbers as a sample of shape [${shape.join(", ")}].`,
      expected: "one image: [height, width, channels].",
      fix: "pass perceptualHash(dataset.batch([row]).x, dataset.shape).",
    });
  return hashOfThumbnail(greyThumbnail(image, [height!, width!, channels!], side));
}

/** The hash of a thumbnail of 32 × 32. */
function hashOfThumbnail(grey: Float32Array): Uint32Array {
  const rows = new Float64Array(side * waves);
  for (let y = 0; y < side; y++)
    for (let wave = 0; wave < waves; wave++) {
      let sum = 0;
      for (let x = 0; x < side; x++) sum += grey[y * side + x]! * cosines[wave * side + x]!;
      rows[y * waves + wave] = sum;
    }
  const strengths = new Float64Array(waves * waves);
  for (let down = 0; down < waves; down++)
    for (let across = 0; across < waves; across++) {
      let sum = 0;
      for (let y = 0; y < side; y++) sum += rows[y * waves + across]! * cosines[down * side + y]!;
      strengths[down * waves + across] = sum;
    }
  const sorted = strengths.slice().sort();
  const median = (sorted[waves * 4 - 1]! + sorted[waves * 4]!) / 2;
  const halves = new Uint32Array(2);
  for (let bit = 0; bit < strengths.length; bit++)
    if (strengths[bit]! > median) halves[bit >> 5] = (halves[bit >> 5]! | (1 << (bit & 31))) >>> 0;
  return halves;
}

/**
 * How many of 64 bits differ.
 *
 * @example
 * hammingDistance(Uint32Array.of(0b1011, 0), Uint32Array.of(0b0001, 1)); // 3
 */
export function hammingDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return bitsOf(a[0]! ^ b[0]!) + bitsOf(a[1]! ^ b[1]!);
}

/** Bits of 32 that are set. */
export function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
