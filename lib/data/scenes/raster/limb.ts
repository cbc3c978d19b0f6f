import type { Colour } from "./canvas.js";
import { type Pen, paintRow } from "./pen.js";

/** A point of a limb and the limb's radius there, in metres. */
export type Joint = readonly [x: number, y: number, radius: number];

/** Fills a rounded bar from one joint to another, thicker at one end if the radii differ: arms, poles, branches. */
export function limb(pen: Pen, start: Joint, end: Joint, colour: Colour): void {
  const { size, cover, lit } = pen.canvas;
  const { scale, rise } = pen;
  const light = pen.light * 0.25;
  const x0 = pen.left + start[0] * scale;
  const y0 = pen.ground - start[1] * rise;
  const r0 = start[2] * scale;
  const alongX = pen.left + end[0] * scale - x0;
  const alongY = pen.ground - end[1] * rise - y0;
  const growth = end[2] * scale - r0;
  // Pixels whose centres lie within the radius and half a pixel.
  const most = Math.max(r0, r0 + growth);
  const firstRow = Math.max(0, Math.floor(Math.min(y0, y0 + alongY) - most));
  const lastRow = Math.min(size - 1, Math.ceil(Math.max(y0, y0 + alongY) + most) - 1);
  const firstColumn = Math.max(0, Math.floor(Math.min(x0, x0 + alongX) - most));
  const lastColumn = Math.min(size - 1, Math.ceil(Math.max(x0, x0 + alongX) + most) - 1);
  const inverseLength = 1 / Math.max(alongX * alongX + alongY * alongY, 1e-9);
  for (let row = firstRow; row <= lastRow; row++) {
    const dy = row + 0.5 - y0;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const dx = column + 0.5 - x0;
      const t = Math.min(1, Math.max(0, (dx * alongX + dy * alongY) * inverseLength));
      const offX = dx - t * alongX;
      const offY = dy - t * alongY;
      const radius = r0 + t * growth;
      const reached = radius + 0.5;
      const squared = offX * offX + offY * offY;
      cover[column] = 0;
      if (squared >= reached * reached) continue;
      const inside = reached - Math.sqrt(squared);
      // A bar thinner than a pixel covers no more of it than its own width.
      cover[column] = Math.min(inside, 1, 2 * radius);
      lit[column] = 1 + (light * offX) / Math.max(radius, 0.5);
    }
    paintRow(pen, row, firstColumn, lastColumn, colour);
  }
}
