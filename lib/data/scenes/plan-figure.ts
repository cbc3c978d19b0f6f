import type { RandomSource } from "../../core/index.js";
import { between, chance } from "./draws.js";
import type { Figure, ScenePlan } from "./scene.js";
import { across, lateral, type Site } from "./street/index.js";
import { lookAlike, ordinary, person } from "./things/index.js";

/**
 * Places the figure.
 *
 * A person and the stand-in share place, size and clothes; only what is drawn there differs, so nothing else in the
 * picture tells them apart.
 */
export function planFigure(
  { figureHeight, spread, likeness }: ScenePlan,
  site: Site,
  random: RandomSource,
): Figure {
  const { camera } = site;
  const isChild = chance(0.15, random);
  const unit = isChild ? between(1.1, 1.4, random) : between(1.5, 1.95, random);
  // No higher than lets the feet stay in the picture.
  const most = ((0.98 - camera.horizon) * unit) / camera.height;
  const height = Math.min(most, between(figureHeight[0], figureHeight[1], random));
  const distance = (camera.focal * unit) / height;
  const x = lateral(camera, placeFigure(site, distance, spread, random), distance);
  return {
    kind: person,
    standIn: lookAlike(likeness, random()),
    manner: ordinary,
    x,
    distance,
    unit,
    number: -1,
  };
}

/** Where the figure appears, from the left: six in ten stand on a pavement, where one is in reach, the others anywhere. */
function placeFigure(site: Site, distance: number, spread: number, random: RandomSource): number {
  const reach = 0.38 * spread;
  const anywhere = between(0.5 - reach, 0.5 + reach, random);
  const onPavement = chance(0.6, random);
  const side = chance(0.5, random) ? 0 : 1;
  const beside = between(0.3, 1.8, random);
  const x = side === 0 ? site.road[0] - beside : site.road[1] + beside;
  const place = across(site.camera, x, distance);
  return onPavement && Math.abs(place - 0.5) < reach ? place : anywhere;
}
