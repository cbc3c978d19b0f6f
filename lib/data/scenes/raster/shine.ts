import type { Colour } from "./canvas.js";
import type { Pen } from "./pen.js";

/** Marks a point of the thing, in metres, as a lamp: by day nothing, at night a halo of the given reach. */
export function shine(pen: Pen, x: number, y: number, reach: number, colour: Colour): void {
  pen.canvas.lamps.push({
    x: pen.left + x * pen.scale,
    y: pen.ground - y * pen.rise,
    reach: reach * pen.scale,
    distance: pen.distance,
    colour,
  });
}
