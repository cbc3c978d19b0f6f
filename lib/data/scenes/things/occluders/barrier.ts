import { between, chance, oneOf } from "../../draws.js";
import { box, type Colour, ellipse, mix, shade } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

const boards: readonly Colour[] = [
  [0.55, 0.53, 0.5],
  [0.42, 0.36, 0.3],
  [0.36, 0.42, 0.46],
  [0.62, 0.57, 0.46],
];

/** What hides legs: a hedge, or the boards around roadworks; drawn in its own heights. */
export const barrier: ThingKind = {
  name: "barrier",
  place: "pavement",
  unit: [0.4, 1.6],
  hides: [2.4, 1],
  draw(pen, random) {
    const wide = 1.2;
    if (chance(0.5, random)) {
      const leaves = shade(mix([0.2, 0.36, 0.15], [0.34, 0.42, 0.2], random()), between(0.8, 1.1, random));
      box(pen, -wide, wide, 0, 0.94, shade(leaves, 0.8));
      for (let i = 0; i < 9; i++) {
        const x = -wide + 0.13 + i * 0.27;
        ellipse(pen, x, between(0.72, 0.84, random), 0.18, 0.17, shade(leaves, between(0.75, 1.1, random)));
      }
      return;
    }
    const board = shade(oneOf(boards, random), between(0.85, 1.1, random));
    box(pen, -wide, wide, 0, 1, board);
    box(pen, -wide, wide, 0.86, 1, shade(board, 1.25));
    for (let i = -2; i <= 2; i++) box(pen, i * 0.48 - 0.02, i * 0.48 + 0.02, 0, 0.86, shade(board, 0.7));
    box(pen, -wide, wide, 0.4, 0.56, [0.72, 0.7, 0.68]);
    for (let i = 0; i < 6; i++)
      box(pen, -wide + i * 0.4, -wide + 0.2 + i * 0.4, 0.4, 0.56, [0.68, 0.25, 0.2]);
  },
};
