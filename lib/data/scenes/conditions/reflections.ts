import { integerBelow } from "../../../core/index.js";
import { between, chance } from "../draws.js";
import { type Canvas, surface } from "../raster/index.js";
import type { ConditionKind, Effect } from "./condition-kind.js";
import { mirrorOnRoad } from "./mirror-on-road.js";

const reflect: Effect = (canvas, { site }, severity, random) => {
  mirrorOnRoad(canvas, 0.22 + 0.1 * severity, integerBelow(1 << 30, random));
  mirrorInWindows(canvas, site.camera.vanishing, 0.1 + 0.12 * severity);
  const { size, colour, scratch } = canvas;
  const strength = 0.07 * severity;
  const shiftRow = Math.round(between(-0.12, 0.12, random) * size);
  const shiftColumn = Math.round(between(-0.25, 0.25, random) * size);
  const isReversed = chance(0.8, random);
  scratch.set(colour);
  for (let row = 0; row < size; row++) {
    const fromRow = Math.min(size - 1, Math.max(0, row + shiftRow));
    for (let column = 0; column < size; column++) {
      const turned = isReversed ? size - 1 - column : column;
      const fromColumn = Math.min(size - 1, Math.max(0, turned + shiftColumn));
      const from = (fromRow * size + fromColumn) * 3;
      const to = (row * size + column) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const ghost = scratch[from + channel]! * strength;
        colour[to + channel] = 1 - (1 - colour[to + channel]!) * (1 - ghost);
      }
    }
  }
};

/** Windows along the street show what is opposite: the picture's other half, mirrored about the vanishing point. */
function mirrorInWindows(canvas: Canvas, vanishing: number, strength: number): void {
  const { size, colour, scratch } = canvas;
  scratch.set(colour);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const pixel = row * size + column;
      const kind = canvas.surface[pixel];
      if (kind !== surface.window && kind !== surface.litWindow) continue;
      const opposite = Math.round(2 * vanishing * size - 1 - column);
      const from = (row * size + Math.min(size - 1, Math.max(0, opposite))) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const at = pixel * 3 + channel;
        colour[at] = colour[at]! * (1 - strength) + scratch[from + channel]! * strength * 1.1;
      }
    }
}

/** A mirror-wet road, shop windows that show the other side, and in the windscreen a pale copy of the street. */
export const reflections: ConditionKind = { draw: reflect };
