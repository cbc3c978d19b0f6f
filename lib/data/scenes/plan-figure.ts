import { type RandomSource, randomSource } from "../../core/index.js";
import { between, chance, oneOf } from "./draws.js";
import type { PlacedThing, ScenePlan } from "./scene.js";
import { across, lateral, type Street } from "./street/index.js";
import { lookAlikes, person } from "./things/index.js";

/**
 * Places the figure: a person with the given posterior probability.
 *
 * A person and the stand-in share place, size and clothes; only what is drawn there differs, so nothing else in the
 * picture tells them apart. An ambiguous figure is both, each drawn as opaquely as it is probable.
 */
export function planFigure(
  { seed, figureHeight, spread }: ScenePlan,
  index: number,
  street: Street,
  posterior: number,
): PlacedThing[] {
  const random = randomSource(seed, "scene", index, "figure");
  const { camera } = street;
  const isChild = chance(0.15, random);
  const unit = isChild ? between(1.1, 1.4, random) : between(1.5, 1.95, random);
  // No higher than lets the feet stay in the picture.
  const most = ((0.98 - camera.horizon) * unit) / camera.height;
  const height = Math.min(most, between(figureHeight[0], figureHeight[1], random));
  const distance = (camera.focal * unit) / height;
  const x = lateral(camera, placeFigure(street, distance, spread, random), distance);
  const standIn = oneOf(lookAlikes, random);
  const placed = { x, distance, unit, stream: "figure" };
  const figures = [
    { ...placed, kind: standIn, opacity: 1 },
    { ...placed, kind: person, opacity: posterior },
  ];
  if (posterior === 0) return figures.slice(0, 1);
  return posterior === 1 ? figures.slice(1) : figures;
}

/** Where the figure appears, from the left: six in ten stand on a pavement, where one is in reach, the others anywhere. */
function placeFigure(street: Street, distance: number, spread: number, random: RandomSource): number {
  const reach = 0.38 * spread;
  const anywhere = between(0.5 - reach, 0.5 + reach, random);
  const onPavement = chance(0.6, random);
  const side = chance(0.5, random) ? 0 : 1;
  const beside = between(0.3, 1.8, random);
  const x = side === 0 ? street.road[0] - beside : street.road[1] + beside;
  const place = across(street.camera, x, distance);
  return onPavement && Math.abs(place - 0.5) < reach ? place : anywhere;
}
