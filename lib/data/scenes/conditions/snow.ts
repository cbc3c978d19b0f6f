import { integerBelow } from "../../../core/index.js";
import { between } from "../draws.js";
import { type Canvas, type Colour, ellipse, screenPen, surface } from "../raster/index.js";
import { grain } from "../street/grain.js";
import type { ConditionKind, Effect } from "./condition-kind.js";
import { meanOf, veil } from "./veil.js";

const fall: Effect = (canvas, { under }, severity, random) => {
  settle(canvas, 0.12 + 0.15 * severity, integerBelow(1 << 30, random));
  veil(canvas, 40 / severity, 1.15, 0.1 * severity);
  const isNight = under.includes("night");
  const bright = isNight ? Math.min(0.97, 0.45 + meanOf(canvas.colour)) : 0.97;
  const white: Colour = [bright * 0.98, bright * 0.99, bright];
  for (let flake = 0; flake < 10 + 40 * severity; flake++) {
    const near = random();
    const radius = 0.004 + (0.004 + 0.0048 * severity) * near * near;
    const pen = screenPen(canvas, between(0.55, 0.95, random));
    ellipse(pen, random(), -random(), radius, radius * between(1, 1.7, random), white, 1.6);
  }
};

/** Snow lies on the ground, thinner where the grain is rough, and on the tops of what stands there. */
function settle(canvas: Canvas, depth: number, seed: number): void {
  const { size, colour } = canvas;
  const bright = Math.min(0.92, meanOf(colour) * 1.3 + 0.25);
  for (let pixel = 0; pixel < canvas.surface.length; pixel++) {
    const kind = canvas.surface[pixel]!;
    const above = pixel < size ? surface.sky : canvas.surface[pixel - size]!;
    const isTop = kind === surface.thing && above < surface.thing;
    if (kind !== surface.ground && !isTop) continue;
    const column = pixel % size;
    const row = (pixel - column) / size;
    const rough = grain(Math.floor((column / size) * 40), Math.floor((row / size) * 90), seed);
    const share = Math.min(0.93, depth * (0.75 + 0.5 * rough));
    const at = pixel * 3;
    colour[at] = colour[at]! + (bright * 0.97 - colour[at]!) * share;
    colour[at + 1] = colour[at + 1]! + (bright * 0.985 - colour[at + 1]!) * share;
    colour[at + 2] = colour[at + 2]! + (bright - colour[at + 2]!) * share;
  }
}

/** Snow: a white road, grey air, and flakes, the nearest ones large. */
export const snow: ConditionKind = { draw: fall };
