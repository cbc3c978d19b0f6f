import { littleEndian } from "./endianness.js";
import type { Image } from "./image.js";
import { hasRgbWords } from "./rgb-words.js";

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
export function packPixels(from: Image, packed: Float64Array): void {
  if (hasRgbWords(from)) packWords(from.words, packed);
  else packBytes(from.pixels, packed);
}

function packBytes(pixels: Image["pixels"], packed: Float64Array): void {
  for (let at = 0, pixel = 0; at < pixels.length; at += 3, pixel++)
    packed[pixel] = pack(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
}

function packWords(words: Uint32Array, packed: Float64Array): void {
  for (let word = 0, pixel = 0; word < words.length; word += 3, pixel += 4) {
    const first = words[word]!;
    const second = words[word + 1]!;
    const third = words[word + 2]!;
    packed[pixel] = packBits(first & 0xffffff);
    packed[pixel + 1] = packBits((first >>> 24) | ((second & 0xffff) << 8));
    packed[pixel + 2] = packBits((second >>> 16) | ((third & 0xff) << 16));
    packed[pixel + 3] = packBits(third >>> 8);
  }
}

/** `pack` for the three bytes of one number. */
function packBits(bits: number): number {
  return ((bits & 0xff) | ((bits & 0xff00) << 9)) + (bits >>> 16) * blue;
}

/** Writes sums, each with `ready` added, as the bytes of an image; `sums` is their memory. */
export function unpackSums(sums: Uint32Array, to: Image): void {
  if (hasRgbWords(to)) unpackWords(sums, to.words);
  else unpackBytes(sums, to.pixels);
}

function unpackBytes(sums: Uint32Array, pixels: Image["pixels"]): void {
  for (let at = 0, half = 0; at < pixels.length; at += 3, half += 2) {
    const bits = unpackBits(sums[half + lower]!, sums[half + 1 - lower]!);
    pixels[at] = bits & 255;
    pixels[at + 1] = (bits >>> 8) & 255;
    pixels[at + 2] = bits >>> 16;
  }
}

/** Where there are words of four bytes, the lower half of a double comes first. */
function unpackWords(sums: Uint32Array, words: Uint32Array): void {
  for (let word = 0, half = 0; word < words.length; word += 3, half += 8) {
    const second = unpackBits(sums[half + 2]!, sums[half + 3]!);
    const third = unpackBits(sums[half + 4]!, sums[half + 5]!);
    words[word] = unpackBits(sums[half]!, sums[half + 1]!) | (second << 24);
    words[word + 1] = (second >>> 8) | (third << 16);
    words[word + 2] = (third >>> 16) | (unpackBits(sums[half + 6]!, sums[half + 7]!) << 8);
  }
}

/** The three bytes of a sum as those of one number, red lowest. */
function unpackBits(low: number, high: number): number {
  return ((low >>> 9) & 0xff) | ((low >>> 18) & 0x3f00) | ((high & 3) << 14) | ((high << 5) & 0xff0000);
}
