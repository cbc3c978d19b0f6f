import { between, chance, oneOf } from "../../draws.js";
import { box, type Colour, ellipse, limb, shade } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

const stones: readonly Colour[] = [
  [0.5, 0.48, 0.45],
  [0.34, 0.26, 0.2],
  [0.4, 0.44, 0.42],
  [0.58, 0.53, 0.44],
];

/** What hides a side: a tree's trunk, or a pillar with bills posted on it; drawn in its own widths. */
export const column: ThingKind = {
  name: "column",
  place: "pavement",
  unit: [0.2, 0.8],
  hides: [1, 9],
  draw(pen, random) {
    const stone = shade(oneOf(stones, random), between(0.85, 1.1, random));
    limb(pen, [0, 0.4, 0.5], [0, 8.6, 0.47], stone);
    box(pen, -0.58, 0.58, 0, 0.35, shade(stone, 0.8));
    if (chance(0.5, random)) {
      ellipse(pen, 0, 9.4, 2.6, 1.6, [0.2, 0.32, 0.14]);
      ellipse(pen, -0.8, 9.8, 1.5, 1, [0.26, 0.38, 0.17]);
      ellipse(pen, 1, 9.6, 1.4, 1, [0.24, 0.36, 0.16]);
      return;
    }
    box(pen, -0.6, 0.6, 8.3, 8.9, shade(stone, 0.75));
    for (let i = 0; i < 3; i++) {
      const low = 2.2 + i * 1.9;
      const paper: Colour = [
        between(0.4, 0.8, random),
        between(0.4, 0.75, random),
        between(0.35, 0.7, random),
      ];
      box(pen, -0.42, 0.42, low, low + 1.4, paper);
      box(pen, -0.3, 0.3, low + 0.9, low + 1.1, shade(paper, 0.6));
    }
  },
};
