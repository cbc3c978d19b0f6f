import { integerBelow } from "../../../core/index.js";
import { between, chance } from "../draws.js";
import type { Effect } from "./effect.js";
import { mirrorOnRoad } from "./mirror-on-road.js";

/** A mirror-wet road, and in the windscreen a pale, reversed copy of the street. */
export const reflections: Effect = (canvas, _scene, severity, random) => {
  mirrorOnRoad(canvas, 0.22 + 0.1 * severity, integerBelow(1 << 30, random));
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
