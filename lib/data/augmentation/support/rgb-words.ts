import { littleEndian } from "./endianness.js";
import type { Image } from "./image.js";

/**
 * Whether an image can be read as words of four bytes, three of which are four whole pixels of red, green and blue:
 *
 *     word    first          second         third
 *     bytes   R0 G0 B0 R1    G1 B1 R2 G2    B2 R3 G3 B3
 */
export function hasRgbWords({ channels, white, pixels, words }: Image): boolean {
  return littleEndian && white === 255 && channels === 3 && pixels.length === words.byteLength;
}
