import type { Colour } from "./canvas.js";
import { type Pen, paint } from "./pen.js";

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
  const { size } = pen.canvas;
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
    const firstWhole = Math.max(firstColumn, Math.ceil(x0));
    const lastWhole = Math.min(lastColumn, Math.floor(x1) - 1);
    if (firstWhole <= lastWhole)
      fillSpan(pen, row * size + firstWhole, row * size + lastWhole, to - from, colour);
    for (let column = firstColumn; column <= lastColumn; column++) {
      if (column >= firstWhole && column <= lastWhole) continue;
      const cover = (to - from) * (Math.min(column + 1, x1) - Math.max(column, x0));
      if (cover > 0) paint(pen, row * size + column, cover, colour, 1);
    }
  }
}

/** Paints the pixels from `first` to `last`, all covered alike: most of a shape is inside its edges. */
function fillSpan(pen: Pen, first: number, last: number, cover: number, colour: Colour): void {
  const { canvas } = pen;
  const pixels = canvas.colour;
  const share = cover * pen.opacity;
  const rest = 1 - share;
  const [red, green, blue] = [colour[0] * share, colour[1] * share, colour[2] * share];
  for (let at = first * 3; at <= last * 3; at += 3) {
    pixels[at] = pixels[at]! * rest + red;
    pixels[at + 1] = pixels[at + 1]! * rest + green;
    pixels[at + 2] = pixels[at + 2]! * rest + blue;
  }
  if (share < 0.5) return;
  canvas.distance.fill(pen.distance, first, last + 1);
  canvas.surface.fill(pen.surface, first, last + 1);
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
