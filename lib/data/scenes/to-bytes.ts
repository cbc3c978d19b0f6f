import type { Canvas } from "./raster/index.js";

/** Develops the picture: exposure, the sensor's noise, and rounding to bytes; `seed` picks the noise. */
export function toBytes(canvas: Canvas, exposure: number, seed: number, bytes: Uint8Array): void {
  const { colour, noise } = canvas;
  // A sum of two uniforms: triangular, of standard deviation 1/√6 per unit of reach.
  const reach = (noise * 255 * 2.4495) / 65536;
  const gain = exposure * 255;
  let state = seed | 1;
  for (let at = 0; at < colour.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const uniform = (state & 0xffff) - (state >>> 16);
    const value = colour[at]! * gain + uniform * reach + 0.5;
    bytes[at] = value <= 0 ? 0 : value >= 255 ? 255 : value;
  }
}
