import { between, chance } from "./draws.js";
import type { PlacedThing, Scene, ScenePlan } from "./scene.js";
import { purposeOf } from "./streams.js";
import { across, lateral } from "./street/index.js";
import { lookAlike, streetFurniture } from "./things/index.js";

const thingPurpose = purposeOf("thing");

/** Places thing number `number` of a scene; each has a stream of its own, so one more thing moves none of the others. */
export function planThing(
  { streams, index, site }: Pick<Scene, "streams" | "index" | "site">,
  { lookAlikeShare: share, likeness }: ScenePlan,
  number: number,
): PlacedThing {
  const random = streams(index, thingPurpose, number);
  const isLookAlike = chance(share, random);
  const chosen = random();
  const kind = isLookAlike
    ? lookAlike(likeness, chosen)
    : streetFurniture[Math.floor(chosen * streetFurniture.length)]!;
  const unit = between(kind.unit[0], kind.unit[1], random);
  const [left, right] = site.road;
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
  const isInView = Math.abs(across(site.camera, wanted, distance) - 0.5) < 0.5;
  const x = isInView ? wanted : lateral(site.camera, place, distance);
  return { kind, x, distance, unit, number };
}
