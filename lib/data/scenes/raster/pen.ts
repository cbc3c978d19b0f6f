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

/** The same pen, changed in what is given. */
export function penWith(
  pen: Pen,
  { left = pen.left, opacity = pen.opacity, surface = pen.surface }: Partial<Pen>,
): Pen {
  // Written out, since copies by `...` are drawn with more slowly: the compiler takes them for objects of other kinds.
  const { canvas, ground, scale, rise, distance, light } = pen;
  return { canvas, left, ground, scale, rise, opacity, distance, surface, light };
}

/**
 * Puts a colour on the pixels `first` to `last` of a row, as far as `canvas.cover` says that the shape covers each of them,
 * and as bright as `canvas.lit` says: a row at a time costs far less than a pixel at a time.
 */
export function paintRow(pen: Pen, row: number, first: number, last: number, colour: Colour): void {
  const { canvas, opacity, distance, surface } = pen;
  const { cover, lit, colour: pixels } = canvas;
  const [red, green, blue] = [colour[0], colour[1], colour[2]];
  const start = row * canvas.size;
  for (let column = first; column <= last; column++) {
    const share = cover[column]! * opacity;
    if (share <= 0) continue;
    const rest = 1 - share;
    const paintShare = share * lit[column]!;
    const at = (start + column) * 3;
    pixels[at] = pixels[at]! * rest + red * paintShare;
    pixels[at + 1] = pixels[at + 1]! * rest + green * paintShare;
    pixels[at + 2] = pixels[at + 2]! * rest + blue * paintShare;
    if (share < 0.5) continue;
    canvas.distance[start + column] = distance;
    canvas.surface[start + column] = surface;
  }
}
