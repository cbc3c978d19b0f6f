import { type Canvas, shade, surface } from "../raster/index.js";
import { grain } from "./grain.js";
import { type Street, streetEnd } from "./street.js";
import { overlap, stripes } from "./stripes.js";

/** Paints everything below the walls: pavement, kerb, asphalt, lane markings and zebra crossing, row by row. */
export function drawGround(canvas: Canvas, street: Street): void {
  const { size } = canvas;
  const { camera } = street;
  for (let row = Math.max(0, Math.floor(camera.horizon * size)); row < size; row++) {
    const below = (row + 0.5) / size - camera.horizon;
    if (below <= 0) continue;
    const distance = (camera.focal * camera.height) / below;
    // Metres of ground ahead that one row sees.
    const depth = distance / below / size;
    if (distance < streetEnd * 4) drawRow(canvas, street, row, distance, depth);
  }
}

function drawRow(canvas: Canvas, street: Street, row: number, distance: number, depth: number): void {
  const { size, colour } = canvas;
  const { camera, road, walls, dash, asphalt, pavement, haze } = street;
  const pixelWidth = distance / camera.focal / size;
  const [left, right] = road;
  const middle = (left + right) / 2;
  const inView = Math.min(distance, streetEnd);
  const dashes = dash[1] > dash[0] ? stripes(distance, depth, dash[1], 0, dash[0]) : 1;
  const zebra = overlap(distance, depth, street.zebra, street.zebra + 2.6);
  const slabs = stripes(distance, depth, 0.8, 0, 0.05);
  const far = Math.min(0.7, distance / 140);
  const near = 1 - far;
  const [hazeRed, hazeGreen, hazeBlue] = shade(haze, 0.9 * far);
  const fade = Math.min(1, 0.08 / pixelWidth);
  const grainRow = Math.floor(distance * 9);
  const half = pixelWidth / 2;
  for (let column = 0; column < size; column++) {
    const x = ((column + 0.5) / size - camera.vanishing) * size * pixelWidth;
    const pixel = row * size + column;
    const isBehindWall = x < walls[0] || x > walls[1] || distance > streetEnd;
    if (isBehindWall && canvas.surface[pixel] !== surface.sky) continue;
    const rough = 1 + (grain(Math.floor(x * 12), grainRow, street.grain) - 0.5) * 0.12 * fade;
    let onRoad = 1;
    let share = near * rough;
    let white = 0;
    const isPlain =
      zebra === 0 && x - half >= left && x + half <= right && Math.abs(x - middle) > half + 0.08;
    if (!isPlain) {
      onRoad = overlap(x, pixelWidth, left, right);
      const kerb = (overlap(x, pixelWidth, left - 0.2, right + 0.2) - onRoad) * (1 - onRoad);
      const lane = overlap(x, pixelWidth, middle - 0.08, middle + 0.08) * dashes;
      const crossing = zebra > 0 ? zebra * onRoad * stripes(x, pixelWidth, 1, 0, 0.5) : 0;
      const marks = Math.max(lane, crossing) * 0.85;
      const joints = onRoad === 1 ? 0 : (1 - onRoad) * (slabs + stripes(x, pixelWidth, 0.8, 0, 0.05)) * 0.16;
      // Kerb over ground, paint over kerb, haze over all: each a mixture, so together one factor and one sum.
      share *= (1 - kerb) * (1 - marks) * (1 - joints);
      white = (0.72 * kerb * (1 - marks) + 0.88 * marks) * near;
    }
    const at = pixel * 3;
    colour[at] = (pavement[0] + (asphalt[0] - pavement[0]) * onRoad) * share + white + hazeRed;
    colour[at + 1] = (pavement[1] + (asphalt[1] - pavement[1]) * onRoad) * share + white + hazeGreen;
    colour[at + 2] = (pavement[2] + (asphalt[2] - pavement[2]) * onRoad) * share + white + hazeBlue;
    canvas.distance[pixel] = inView;
    canvas.surface[pixel] = surface.ground;
  }
}
