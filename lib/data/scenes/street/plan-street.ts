import type { RandomSource } from "../../../core/index.js";
import { between, chance, oneOf } from "../draws.js";
import { type Colour, mix, shade } from "../raster/index.js";
import type { Site } from "./site.js";
import { type Lot, type Street, streetEnd } from "./street.js";

const plasters: readonly Colour[] = [
  [0.78, 0.7, 0.58],
  [0.72, 0.42, 0.33],
  [0.6, 0.36, 0.3],
  [0.85, 0.82, 0.76],
  [0.55, 0.53, 0.52],
  [0.68, 0.6, 0.5],
  [0.62, 0.66, 0.7],
  [0.82, 0.72, 0.5],
  [0.48, 0.42, 0.4],
  [0.76, 0.62, 0.6],
];
const trims: readonly Colour[] = [
  [0.32, 0.2, 0.17],
  [0.75, 0.15, 0.15],
  [0.15, 0.32, 0.24],
  [0.16, 0.24, 0.42],
  [0.85, 0.65, 0.2],
  [0.25, 0.25, 0.28],
];
const skies: readonly (readonly [zenith: Colour, haze: Colour])[] = [
  [
    [0.3, 0.52, 0.85],
    [0.74, 0.85, 0.95],
  ],
  [
    [0.42, 0.62, 0.88],
    [0.85, 0.9, 0.94],
  ],
  [
    [0.6, 0.66, 0.73],
    [0.82, 0.84, 0.86],
  ],
  [
    [0.7, 0.72, 0.75],
    [0.88, 0.87, 0.85],
  ],
  [
    [0.42, 0.52, 0.78],
    [0.95, 0.82, 0.66],
  ],
];

/** Dashes and their periods, in metres; the last is a solid line. */
const dashes: readonly (readonly [dash: number, period: number])[] = [
  [3, 9],
  [1.5, 4.5],
  [1, 1],
];

/** Draws the rest of a street: the sky, two rows of houses, and the road's surface. Only a picture needs them. */
export function planStreet(site: Site, random: RandomSource): Street {
  const [zenith, haze] = oneOf(skies, random);
  const grey = between(0.3, 0.46, random);
  return {
    // Not `...site`: what is written out is read faster, and drawing reads it for every pixel.
    camera: site.camera,
    road: site.road,
    light: site.light,
    zenith,
    haze,
    clouds: Array.from({ length: Math.floor(between(0, 4, random)) }, () => ({
      x: random(),
      y: between(0.02, 0.3, random),
      width: between(0.12, 0.4, random),
    })),
    exposure: between(0.86, 1.12, random),
    walls: [site.road[0] - between(2, 6, random), site.road[1] + between(2, 6, random)],
    lots: [planLots(random), planLots(random)],
    asphalt: [grey, grey * 1.01, grey * 1.05],
    pavement: mix([0.6, 0.58, 0.55], [0.45, 0.47, 0.45], random()),
    dash: oneOf(dashes, random),
    zebra: chance(0.3, random) ? between(4, 14, random) : Number.POSITIVE_INFINITY,
    grain: Math.floor(random() * 2147483648),
  };
}

/** One side of the street, from beside the camera to where it ends. */
function planLots(random: RandomSource): Lot[] {
  const lots: Lot[] = [];
  const townHeight = between(5, 16, random);
  for (let end = between(4, 14, random); ; end += between(7, 18, random)) {
    const green = chance(0.16, random);
    lots.push({
      kind: green ? "hedge" : chance(0.35, random) ? "shop" : "house",
      end,
      height: green ? between(1.2, 3, random) : townHeight * between(0.7, 1.35, random),
      colour: shade(green ? [0.25, 0.4, 0.16] : oneOf(plasters, random), between(0.8, 1.1, random)),
      trim: oneOf(trims, random),
      storey: between(2.8, 3.5, random),
      bay: between(1.8, 3.4, random),
    });
    if (end > streetEnd) return lots;
  }
}
