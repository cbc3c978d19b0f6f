import { randomSource } from "../../core/index.js";
import { between, chance, oneOf } from "./draws.js";
import type { PlacedThing, ScenePlan } from "./scene.js";
import { across, lateral, type Street } from "./street/index.js";
import { lookAlikes, streetFurniture } from "./things/index.js";

/** Places thing number `number` of a scene; each has a stream of its own, so one more thing moves none of the others. */
export function planThing(
  { seed, lookAlikes: share }: ScenePlan,
  index: number,
  number: number,
  street: Street,
): PlacedThing {
  const stream = `thing ${number}`;
  const random = randomSource(seed, "scene", index, stream);
  const kind = oneOf(chance(share, random) ? lookAlikes : streetFurniture, random);
  const unit = between(kind.unit[0], kind.unit[1], random);
  const [left, right] = street.road;
  const side = chance(0.5, random) ? 0 : 1;
  const beside = between(0.5, 2, random);
  const nearness = random();
  const place = between(0.04, 0.96, random);
  const wanted =
    kind.place === "road"
      ? (left + right) / 2 + (side === 0 ? -0.25 : 0.25) * (right - left)
      : side === 0
        ? left - beside
        : right + beside;
  // Near enough to matter: most stand 6 to 20 metres ahead, and further only where they would be out of view.
  const distance = 5.5 + 20 * nearness * nearness;
  const isInView = Math.abs(across(street.camera, wanted, distance) - 0.5) < 0.5;
  const x = isInView ? wanted : lateral(street.camera, place, distance);
  return { kind, x, distance, unit, opacity: 1, stream };
}

/** The same thing further away, at the same place in the picture. */
export function steppedBack(thing: PlacedThing, distance: number): PlacedThing {
  return { ...thing, distance, x: (thing.x * distance) / thing.distance };
}
