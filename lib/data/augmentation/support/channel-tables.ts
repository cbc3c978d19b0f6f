import type { Image } from "./image.js";

/** How often each byte occurs in each channel; shape [channels, 256]. Floats count as the nearest byte. */
export function histograms({ channels, pixels, white }: Image): Uint32Array {
  const counts = new Uint32Array(channels * 256);
  const scale = 255 / white;
  for (let c = 0; c < channels; c++)
    for (let at = c; at < pixels.length; at += channels) {
      const bin = (c << 8) | (pixels[at]! * scale + 0.5);
      counts[bin] = counts[bin]! + 1;
    }
  return counts;
}

/** Replaces every value by what its channel's table has for it; tables: bytes, shape [channels, 256]. */
export function lookUpChannels(from: Image, to: Image, tables: Uint8ClampedArray): void {
  const { channels, pixels, white } = from;
  const target = to.pixels;
  const scale = 255 / white;
  for (let c = 0; c < channels; c++)
    for (let at = c; at < pixels.length; at += channels)
      target[at] = tables[(c << 8) | (pixels[at]! * scale + 0.5)]! / scale;
}
