import type { RandomSource } from "../../../core/index.js";
import { between, oneOf } from "../draws.js";
import { type Colour, mix, shade } from "../raster/index.js";
import { type Manner, ordinary } from "./manner.js";

/** The colours of a figure. A person and the stand-in that takes its place draw the same ones, from one stream. */
export interface Outfit {
  readonly skin: Colour;
  readonly hair: Colour;
  readonly top: Colour;
  readonly bottom: Colour;
  readonly shoes: Colour;
}

const skins: readonly Colour[] = [
  [0.93, 0.75, 0.64],
  [0.85, 0.64, 0.5],
  [0.72, 0.5, 0.37],
  [0.55, 0.36, 0.26],
  [0.38, 0.25, 0.19],
];
const hairs: readonly Colour[] = [
  [0.12, 0.09, 0.08],
  [0.28, 0.18, 0.12],
  [0.45, 0.3, 0.17],
  [0.75, 0.6, 0.35],
  [0.6, 0.6, 0.6],
  [0.55, 0.22, 0.12],
];
const clothes: readonly Colour[] = [
  [0.8, 0.16, 0.17],
  [0.16, 0.3, 0.66],
  [0.95, 0.8, 0.22],
  [0.2, 0.5, 0.3],
  [0.92, 0.92, 0.9],
  [0.13, 0.13, 0.16],
  [0.45, 0.45, 0.48],
  [0.9, 0.5, 0.18],
  [0.5, 0.22, 0.48],
  [0.85, 0.62, 0.68],
  [0.35, 0.62, 0.75],
  [0.5, 0.36, 0.24],
];
const trousers: readonly Colour[] = [
  [0.14, 0.18, 0.32],
  [0.12, 0.12, 0.14],
  [0.28, 0.32, 0.42],
  [0.6, 0.52, 0.4],
  [0.35, 0.3, 0.26],
  [0.75, 0.73, 0.7],
  [0.3, 0.34, 0.28],
];

/** Draws an outfit; always the first draws of a figure's stream, so that whoever is drawn wears the same. */
export function drawOutfit(random: RandomSource, { camouflage, backdrop }: Manner = ordinary): Outfit {
  const outfit = {
    skin: oneOf(skins, random),
    hair: oneOf(hairs, random),
    top: shade(oneOf(clothes, random), between(0.85, 1.1, random)),
    bottom: shade(oneOf(trousers, random), between(0.85, 1.15, random)),
    shoes: shade([0.3, 0.25, 0.22], between(0.4, 1.6, random)),
  };
  if (camouflage === 0) return outfit;
  return {
    skin: mix(outfit.skin, backdrop, camouflage * 0.8),
    hair: mix(outfit.hair, backdrop, camouflage),
    top: mix(outfit.top, backdrop, camouflage),
    bottom: mix(outfit.bottom, backdrop, camouflage),
    shoes: mix(outfit.shoes, backdrop, camouflage),
  };
}
