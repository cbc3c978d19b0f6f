import type { Colour } from "./canvas.js";
import { type Pen, paintRow } from "./pen.js";

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
  const { size, cover, lit } = pen.canvas;
  const centreX = pen.left + x * pen.scale;
  const centreY = pen.ground - y * pen.rise;
  const rx = Math.max(radiusX * pen.scale, 0.3);
  const ry = Math.max(radiusY * pen.rise, 0.3);
  const edge = Math.min(rx, ry);
  // Below half a pixel the shape covers less than the pixel it lies in.
  const most = Math.min(1, 2 * rx) * Math.min(1, 2 * ry);
  const light = pen.light * 0.22;
  // Beyond this nothing is covered: what lies there needs no root.
  const reach = softness > 0 ? 1 : (1 + 0.5 / edge) * (1 + 0.5 / edge);
  const firstRow = Math.max(0, Math.floor(centreY - ry - 1));
  const lastRow = Math.min(size - 1, Math.ceil(centreY + ry));
  const firstColumn = Math.max(0, Math.floor(centreX - rx - 1));
  const lastColumn = Math.min(size - 1, Math.ceil(centreX + rx));
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = (row + 0.5 - centreY) / ry;
    if (dy * dy >= reach) continue;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const dx = (column + 0.5 - centreX) / rx;
      const squared = dx * dx + dy * dy;
      cover[column] = 0;
      if (squared >= reach) continue;
      const inside = 1 - Math.sqrt(squared);
      cover[column] = Math.min(softness > 0 ? inside * softness : inside * edge + 0.5, most);
      lit[column] = 1 + light * dx - 0.08 * dy;
    }
    paintRow(pen, row, firstColumn, lastColumn, colour);
  }
}

/** Draws a circle's outline, in metres: bicycle wheels, rims of signs. */
export function ring(pen: Pen, x: number, y: number, radius: number, width: number, colour: Colour): void {
  const { size, cover, lit } = pen.canvas;
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
      cover[column] = Math.min(inside, 1, 2 * half);
      lit[column] = 1;
    }
    paintRow(pen, row, firstColumn, lastColumn, colour);
  }
}
