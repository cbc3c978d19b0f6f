import type { Canvas, Colour } from "./canvas.js";

/**
 * How one thing is put on the canvas: it is drawn in metres, x to the right and y up from where it stands,
 * and the pen turns metres into pixels.
 */
export interface Pen {
  readonly canvas: Canvas;
  /** Where x = 0 lies, in pixels from the left. */
  readonly left: number;
  /** Where y = 0 lies, in pixels from the top. */
  readonly ground: number;
  /** Pixels per metre. */
  readonly scale: number;
  /** Pixels per metre upward: less than `scale` where the camera looks down. */
  readonly rise: number;
  /** 0 (unseen) … 1; ambiguous figures are two figures, each drawn in part. */
  readonly opacity: number;
  /** Metres from the camera. */
  readonly distance: number;
  /** A value of `surface`. */
  readonly surface: number;
  /** Where the sun stands, −1 (left) … 1 (right): round things are brighter on that side. */
  readonly light: number;
}

/** Puts a colour on pixel `at` (row × size + column): `cover` is the share of the pixel that the shape covers. */
export function paint(pen: Pen, at: number, cover: number, colour: Colour, lit: number): void {
  const { canvas } = pen;
  const share = cover * pen.opacity;
  const rest = 1 - share;
  const pixels = canvas.colour;
  const paintShare = share * lit;
  pixels[at * 3] = pixels[at * 3]! * rest + colour[0] * paintShare;
  pixels[at * 3 + 1] = pixels[at * 3 + 1]! * rest + colour[1] * paintShare;
  pixels[at * 3 + 2] = pixels[at * 3 + 2]! * rest + colour[2] * paintShare;
  if (share < 0.5) return;
  canvas.distance[at] = pen.distance;
  canvas.surface[at] = pen.surface;
}
