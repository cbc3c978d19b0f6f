import type { Image } from "./image.js";
import { hasRgbWords } from "./rgb-words.js";

/** How often each byte occurs in each channel; shape [channels, 256]. Floats count as the nearest byte. */
export function histograms({ channels, pixels, white }: Image): Uint32Array {
  const counts = new Uint32Array(channels * 256);
  if (channels === 3 && white === 255) {
    countRgb(pixels, counts);
    return counts;
  }
  const scale = 255 / white;
  for (let at = 0; at < pixels.length; )
    for (let start = 0; start < counts.length; start += 256) {
      const bin = start + ((pixels[at++]! * scale + 0.5) | 0);
      counts[bin] = counts[bin]! + 1;
    }
  return counts;
}

function countRgb(pixels: Image["pixels"], counts: Uint32Array): void {
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at]!;
    const green = pixels[at + 1]! + 256;
    const blue = pixels[at + 2]! + 512;
    counts[red] = counts[red]! + 1;
    counts[green] = counts[green]! + 1;
    counts[blue] = counts[blue]! + 1;
  }
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
