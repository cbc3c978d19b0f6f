import { randomSource } from "../../core/index.js";
import { between, chance, oneOf } from "./draws.js";
import type { PlacedThing } from "./scene.js";
import { type Camera, lateral, type Street } from "./street/index.js";
import { lookAlikes, person } from "./things/index.js";

/** Height of figures in the picture, in picture sides: at 32 pixels from 10 to 19 of them. */
const figureHeight = [0.3, 0.6] as const;

/**
 * Places the figure: a person with the given posterior probability.
 *
 * A person and the stand-in share place, size and clothes; only what is drawn there differs, so nothing else in the
 * picture tells them apart. An ambiguous figure is both, each drawn as opaquely as it is probable.
 */
export function planFigure(seed: number, index: number, street: Street, posterior: number): PlacedThing[] {
  const random = randomSource(seed, "scene", index, "figure");
  const { camera } = street;
  const isChild = chance(0.15, random);
  const unit = isChild ? between(1.1, 1.4, random) : between(1.5, 1.95, random);
  // No higher than lets the feet stay in the picture.
  const most = Math.min(figureHeight[1], ((0.98 - camera.horizon) * unit) / camera.height);
  const height = between(figureHeight[0], most, random);
  const distance = (camera.focal * unit) / height;
  const x = lateral(camera, placeFigure(camera, street, distance, random), distance);
  const standIn = oneOf(lookAlikes, random);
  const placed = { x, distance, unit, stream: "figure" };
  const figures = [
    { ...placed, kind: standIn, opacity: 1 },
    { ...placed, kind: person, opacity: posterior },
  ];
  if (posterior === 0) return figures.slice(0, 1);
  return posterior === 1 ? figures.slice(1) : figures;
}

/** Most figures stand on a pavement where one is in view, some on the road. */
function placeFigure(camera: Camera, street: Street, distance: number, random: () => number): number {
  const anywhere = between(0.12, 0.88, random);
  const onRoad = chance(0.4, random);
  const side = chance(0.5, random) ? 0 : 1;
  const offset = between(0.3, 1.8, random);
  const x = side === 0 ? street.road[0] - offset : street.road[1] + offset;
  const place = camera.vanishing + (camera.focal * x) / distance;
  return onRoad || place < 0.1 || place > 0.9 ? anywhere : place;
}
