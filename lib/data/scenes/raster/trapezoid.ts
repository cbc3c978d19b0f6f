import type { Colour } from "./canvas.js";
import { type Pen, paintRow } from "./pen.js";

/** A shape with a level bottom and top, in metres; left and right edges may slant. */
export interface Trapezoid {
  readonly bottom: number;
  readonly top: number;
  /** x of the left and right ends of the bottom edge. */
  readonly bottomEdge: readonly [left: number, right: number];
  /** x of the left and right ends of the top edge. */
  readonly topEdge: readonly [left: number, right: number];
}

/** Fills a trapezoid: skirts, coats, windscreens, boards. Edges are smooth: a pixel half covered is half painted. */
export function trapezoid(pen: Pen, { bottom, top, bottomEdge, topEdge }: Trapezoid, colour: Colour): void {
  const { size, cover, lit } = pen.canvas;
  const y0 = pen.ground - top * pen.rise;
  const y1 = pen.ground - bottom * pen.rise;
  const height = Math.max(y1 - y0, 1e-6);
  const firstRow = Math.max(0, Math.floor(y0));
  const lastRow = Math.min(size - 1, Math.ceil(y1) - 1);
  for (let row = firstRow; row <= lastRow; row++) {
    const from = Math.max(row, y0);
    const to = Math.min(row + 1, y1);
    const down = ((from + to) / 2 - y0) / height;
    const x0 = pen.left + pen.scale * (topEdge[0] + (bottomEdge[0] - topEdge[0]) * down);
    const x1 = pen.left + pen.scale * (topEdge[1] + (bottomEdge[1] - topEdge[1]) * down);
    const firstColumn = Math.max(0, Math.floor(x0));
    const lastColumn = Math.min(size - 1, Math.ceil(x1) - 1);
    for (let column = firstColumn; column <= lastColumn; column++) {
      cover[column] = (to - from) * (Math.min(column + 1, x1) - Math.max(column, x0));
      lit[column] = 1;
    }
    paintRow(pen, row, firstColumn, lastColumn, colour);
  }
}

/** Fills an upright rectangle, in metres. */
export function box(
  pen: Pen,
  left: number,
  right: number,
  bottom: number,
  top: number,
  colour: Colour,
): void {
  const edge = [left, right] as const;
  trapezoid(pen, { bottom, top, bottomEdge: edge, topEdge: edge }, colour);
}
