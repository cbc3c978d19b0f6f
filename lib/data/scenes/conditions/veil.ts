import type { Canvas } from "../raster/index.js";

/**
 * Fades everything towards the picture's own mean grey; what is `half` metres away keeps half of its colour.
 *
 * @param haze - share that even the nearest things lose: drops and flakes are on the windscreen, too
 */
export function veil(canvas: Canvas, half: number, brightness: number, haze = 0): void {
  const { colour, distance } = canvas;
  const grey = Math.min(0.9, meanOf(colour) * brightness + 0.06);
  for (let pixel = 0; pixel < distance.length; pixel++) {
    const away = distance[pixel]!;
    const share = 1 - ((1 - haze) * half) / (away + half);
    const at = pixel * 3;
    colour[at] = colour[at]! + (grey - colour[at]!) * share;
    colour[at + 1] = colour[at + 1]! + (grey - colour[at + 1]!) * share;
    colour[at + 2] = colour[at + 2]! + (grey - colour[at + 2]!) * share;
  }
}

/** Mean of all channels of all pixels: how bright the picture is. */
export function meanOf(colour: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < colour.length; at++) sum += colour[at]!;
  return sum / colour.length;
}
