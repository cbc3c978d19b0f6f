import { type Canvas, ellipse, type Pen, surface } from "../raster/index.js";
import type { Camera } from "./camera.js";
import type { Street } from "./street.js";

/** Paints the whole canvas with sky, from the zenith's colour down to the haze at the horizon, and its clouds. */
export function drawSky(canvas: Canvas, { camera, zenith, haze, clouds, light }: Street): void {
  const { size, colour } = canvas;
  canvas.surface.fill(surface.sky);
  canvas.distance.fill(1000);
  for (let row = 0; row < size; row++) {
    // A camera that looks down sees the haze alone.
    const down = Math.min(1, (row + 0.5) / size / Math.max(camera.horizon, 1e-3));
    const share = down * (0.4 + 0.6 * down);
    const red = zenith[0] + (haze[0] - zenith[0]) * share;
    const green = zenith[1] + (haze[1] - zenith[1]) * share;
    const blue = zenith[2] + (haze[2] - zenith[2]) * share;
    for (let at = row * size * 3, end = at + size * 3; at < end; at += 3) {
      colour[at] = red;
      colour[at + 1] = green;
      colour[at + 2] = blue;
    }
  }
  const pen: Pen = {
    canvas,
    left: 0,
    ground: 0,
    scale: size,
    rise: size,
    opacity: 0.75,
    distance: 1000,
    surface: surface.sky,
    light: light * 0.3,
  };
  for (const { x, y, width } of clouds) {
    ellipse(pen, x, skyAt(camera, y), width, width * 0.16, [0.94, 0.94, 0.95], 0.9);
    ellipse(
      pen,
      x + width * 0.3,
      skyAt(camera, y) + width * 0.05,
      width * 0.5,
      width * 0.14,
      [0.97, 0.97, 0.97],
      0.9,
    );
  }
}

/** A cloud's height above the picture's top edge: clouds leave with the horizon where the camera looks down. */
function skyAt({ horizon }: Camera, y: number): number {
  return -y + Math.max(0, 0.3 - horizon);
}
