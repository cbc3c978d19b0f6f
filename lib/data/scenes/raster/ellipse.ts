import type { Colour } from "./canvas.js";
import { type Pen, paint } from "./pen.js";

/** Fills an upright ellipse, in metres: heads, crowns of trees, wheels, shadows. `softness` 1 fades it to its edge. */
export function ellipse(
  pen: Pen,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  colour: Colour,
  softness = 0,
): void {
  const { size } = pen.canvas;
  const centreX = pen.left + x * pen.scale;
  const centreY = pen.ground - y * pen.rise;
  const rx = Math.max(radiusX * pen.scale, 0.3);
  const ry = Math.max(radiusY * pen.rise, 0.3);
  const edge = Math.min(rx, ry);
  // Below half a pixel the shape covers less than the pixel it lies in.
  const most = Math.min(1, 2 * rx) * Math.min(1, 2 * ry);
  // Beyond this nothing is covered: what lies there needs no root.
  const reach = softness > 0 ? 1 : (1 + 0.5 / edge) * (1 + 0.5 / edge);
  const firstRow = Math.max(0, Math.floor(centreY - ry - 1));
  const lastRow = Math.min(size - 1, Math.ceil(centreY + ry));
  const firstColumn = Math.max(0, Math.floor(centreX - rx - 1));
  const lastColumn = Math.min(size - 1, Math.ceil(centreX + rx));
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = (row + 0.5 - centreY) / ry;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const dx = (column + 0.5 - centreX) / rx;
      const squared = dx * dx + dy * dy;
      if (squared >= reach) continue;
      const radius = Math.sqrt(squared);
      const hard = (1 - radius) * edge + 0.5;
      const cover = softness > 0 ? (1 - radius) * softness : hard;
      if (cover <= 0) continue;
      paint(pen, row * size + column, Math.min(cover, most), colour, 1 + pen.light * 0.22 * dx - 0.08 * dy);
    }
  }
}

/** Draws a circle's outline, in metres: bicycle wheels, rims of signs. */
export function ring(pen: Pen, x: number, y: number, radius: number, width: number, colour: Colour): void {
  const { size } = pen.canvas;
  const centreX = pen.left + x * pen.scale;
  const centreY = pen.ground - y * pen.rise;
  const r = radius * pen.scale;
  const half = (width * pen.scale) / 2;
  const reach = r + half + 1;
  const firstRow = Math.max(0, Math.floor(centreY - reach));
  const lastRow = Math.min(size - 1, Math.ceil(centreY + reach));
  const firstColumn = Math.max(0, Math.floor(centreX - reach));
  const lastColumn = Math.min(size - 1, Math.ceil(centreX + reach));
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = row + 0.5 - centreY;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const dx = column + 0.5 - centreX;
      const inside = half + 0.5 - Math.abs(Math.sqrt(dx * dx + dy * dy) - r);
      if (inside > 0) paint(pen, row * size + column, Math.min(inside, 1, 2 * half), colour, 1);
    }
  }
}
