import type { Colour, Pen } from "./raster/index.js";

/** The mean colour of what is on the canvas where a figure, a quarter as wide as it is high, is about to be drawn. */
export function backdropOf({ canvas, left, ground, scale, rise }: Pen): Colour {
  const { size, colour } = canvas;
  const last = size - 1;
  const within = (place: number): number => Math.min(last, Math.max(0, Math.floor(place)));
  const sum: [number, number, number] = [0, 0, 0];
  let pixels = 0;
  for (let row = within(ground - 0.95 * rise); row <= within(ground - 0.05 * rise); row++)
    for (let column = within(left - 0.12 * scale); column <= within(left + 0.12 * scale); column++) {
      const at = (row * size + column) * 3;
      for (let channel = 0; channel < 3; channel++) sum[channel] = sum[channel]! + colour[at + channel]!;
      pixels++;
    }
  return [sum[0] / pixels, sum[1] / pixels, sum[2] / pixels];
}
