import type { Canvas } from "../raster/index.js";
import type { Effect } from "./effect.js";

/** Fog: the further away, the paler. */
export const fog: Effect = (canvas, _scene, severity) => {
  veil(canvas, 52 - 9.2 * severity, 1.1);
};

/** Fades everything towards the picture's own mean grey; what is `half` metres away fades by half. */
export function veil(canvas: Canvas, half: number, brightness: number): void {
  const { colour } = canvas;
  let sum = 0;
  for (let at = 0; at < colour.length; at++) sum += colour[at]!;
  const grey = Math.min(0.9, (sum / colour.length) * brightness + 0.06);
  for (let pixel = 0; pixel < canvas.distance.length; pixel++) {
    const distance = canvas.distance[pixel]!;
    const share = distance / (distance + half);
    for (let at = pixel * 3; at < pixel * 3 + 3; at++)
      colour[at] = colour[at]! + (grey - colour[at]!) * share;
  }
}
