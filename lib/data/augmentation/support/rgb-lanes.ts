import { littleEndian } from "./endianness.js";
import type { Image } from "./image.js";

// A pixel of red, green and blue bytes as one whole number: red + green · 2¹⁷ + blue · 2³⁴. A sum of pixels, each times a
// whole weight, is then one multiplication and one addition per pixel, and not three. Nothing is rounded on the way, for
// with weights of 512 in sum each lane stays below 2¹⁷, and all three below 2⁵³, up to which a double counts exactly.
const green = 2 ** 17;
const blue = 2 ** 34;

/** What the weights of one sum must add up to. */
export const weightSum = 512;

/** A half of `weightSum` in each lane, so that cutting off rounds; and 2⁵², which moves the number's digits to the end. */
export const ready: number = 256 * (1 + green + blue) + 2 ** 52;

/** Where in a double's two words its lower half lies. */
const lower = littleEndian ? 0 : 1;

/** Whether an image's pixels can be packed. */
export function isPackable({ channels, white }: Image): boolean {
  return channels === 3 && white === 255;
}

/** A pixel as one number. */
export function pack(redByte: number, greenByte: number, blueByte: number): number {
  return redByte + greenByte * green + blueByte * blue;
}

/** Packs every pixel of an image. */
export function packPixels({ pixels }: Image, packed: Float64Array): void {
  for (let at = 0, pixel = 0; at < pixels.length; at += 3, pixel++)
    packed[pixel] = pixels[at]! + pixels[at + 1]! * green + pixels[at + 2]! * blue;
}

/** Writes sums, each with `ready` added, as the bytes of an image; `words` is the memory of the sums. */
export function unpackSums(words: Uint32Array, { pixels }: Image): void {
  for (let at = 0, word = 0; at < pixels.length; at += 3, word += 2) {
    const low = words[word + lower]!;
    const high = words[word + 1 - lower]!;
    pixels[at] = (low >>> 9) & 255;
    pixels[at + 1] = (low >>> 26) | ((high & 3) << 6);
    pixels[at + 2] = (high >>> 11) & 255;
  }
}
