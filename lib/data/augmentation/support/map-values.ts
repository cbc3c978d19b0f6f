import type { Image } from "./image.js";

const table = new Uint8ClampedArray(256);

/**
 * Changes every value by itself: `change` takes and gives a number, 0 (black) … 1 (white).
 *
 * Of bytes there are but 256, so it is called once for each of those.
 */
export function mapValues(from: Image, to: Image, change: (value: number) => number): void {
  const { pixels, white } = from;
  if (white === 255) {
    for (let byte = 0; byte < 256; byte++) table[byte] = change(byte / 255) * 255;
    lookUp(from.words, to.words, table);
  } else {
    const target = to.pixels;
    for (let at = 0; at < pixels.length; at++) target[at] = change(pixels[at]!);
  }
}

/** Four bytes at a time, which takes half as long as one by one. */
function lookUp(words: Uint32Array, target: Uint32Array, bytes: Uint8ClampedArray): void {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    target[at] =
      bytes[word & 255]! |
      (bytes[(word >>> 8) & 255]! << 8) |
      (bytes[(word >>> 16) & 255]! << 16) |
      (bytes[word >>> 24]! << 24);
  }
}
