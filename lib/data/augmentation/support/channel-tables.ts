import type { Image } from "./image.js";
import { hasRgbWords } from "./rgb-words.js";

/** How often each byte occurs in each channel; shape [channels, 256]. Floats count as the nearest byte. Good until the next call. */
export function histograms(image: Image): Uint32Array {
  if (hasRgbWords(image)) return countWords(image.words);
  const { channels, pixels, white } = image;
  const counts = new Uint32Array(channels * 256);
  const scale = 255 / white;
  for (let at = 0; at < pixels.length; )
    for (let start = 0; start < counts.length; start += 256) {
      const bin = start + ((pixels[at++]! * scale + 0.5) | 0);
      counts[bin] = counts[bin]! + 1;
    }
  return counts;
}

const counts = new Uint32Array(2 * 768);
const ofWords = counts.subarray(0, 768);

/** Every other pixel is counted apart, for where neighbours are of one colour, each count has to wait for the last. */
function countWords(words: Uint32Array): Uint32Array {
  counts.fill(0);
  for (let at = 0; at < words.length; at += 3) {
    const first = words[at]!;
    const second = words[at + 1]!;
    const third = words[at + 2]!;
    counts[first & 255]!++;
    counts[256 + ((first >>> 8) & 255)]!++;
    counts[512 + ((first >>> 16) & 255)]!++;
    counts[768 + (first >>> 24)]!++;
    counts[1024 + (second & 255)]!++;
    counts[1280 + ((second >>> 8) & 255)]!++;
    counts[(second >>> 16) & 255]!++;
    counts[256 + (second >>> 24)]!++;
    counts[512 + (third & 255)]!++;
    counts[768 + ((third >>> 8) & 255)]!++;
    counts[1024 + ((third >>> 16) & 255)]!++;
    counts[1280 + (third >>> 24)]!++;
  }
  for (let bin = 0; bin < 768; bin++) counts[bin]! += counts[768 + bin]!;
  return ofWords;
}

/** Replaces every value by what its channel's table has for it; tables: bytes, shape [channels, 256]. */
export function lookUpChannels(from: Image, to: Image, tables: Uint8ClampedArray): void {
  if (hasRgbWords(from)) lookUpWords(from.words, to.words, tables);
  else lookUpValues(from, to, tables);
}

function lookUpValues({ pixels, white }: Image, { pixels: target }: Image, tables: Uint8ClampedArray): void {
  const scale = 255 / white;
  for (let at = 0; at < pixels.length; )
    for (let start = 0; start < tables.length; start += 256, at++)
      target[at] = tables[start + ((pixels[at]! * scale + 0.5) | 0)]! / scale;
}

function lookUpWords(words: Uint32Array, target: Uint32Array, tables: Uint8ClampedArray): void {
  for (let at = 0; at < words.length; at += 3) {
    const first = words[at]!;
    const second = words[at + 1]!;
    const third = words[at + 2]!;
    target[at] =
      tables[first & 255]! |
      (tables[256 + ((first >>> 8) & 255)]! << 8) |
      (tables[512 + ((first >>> 16) & 255)]! << 16) |
      (tables[first >>> 24]! << 24);
    target[at + 1] =
      tables[256 + (second & 255)]! |
      (tables[512 + ((second >>> 8) & 255)]! << 8) |
      (tables[(second >>> 16) & 255]! << 16) |
      (tables[256 + (second >>> 24)]! << 24);
    target[at + 2] =
      tables[512 + (third & 255)]! |
      (tables[(third >>> 8) & 255]! << 8) |
      (tables[256 + ((third >>> 16) & 255)]! << 16) |
      (tables[512 + (third >>> 24)]! << 24);
  }
}
