import { type Canvas, surface } from "./canvas.js";
import type { Pen } from "./pen.js";

/** A pen for what is on the lens and not in the street: units are picture sides, y = 0 is the top edge. */
export function screenPen(canvas: Canvas, opacity: number): Pen {
  const { size } = canvas;
  return {
    canvas,
    left: 0,
    ground: 0,
    scale: size,
    rise: size,
    opacity,
    distance: 1,
    surface: surface.sky,
    light: 0,
  };
}
