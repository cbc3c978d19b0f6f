import type { PlacedThing, Scene } from "./scene.js";
import { visibleShare } from "./visible-share.js";

/** A figure hidden more than this is brought out: what hides it steps back. */
const mostHidden = 0.35;

/** The same scene with nothing in front of the figure, if too much of it was hidden. */
export function clearView(scene: Scene): Scene {
  const { site, figure, others } = scene;
  if (!others.some((thing) => thing.distance < figure.distance)) return scene;
  const inFrame = visibleShare(site.camera, figure, []);
  if (visibleShare(site.camera, figure, others) >= inFrame * (1 - mostHidden)) return scene;
  return {
    ...scene,
    others: others.map((thing) =>
      thing.distance < figure.distance ? steppedBack(thing, figure.distance) : thing,
    ),
  };
}

/** The same thing behind what stands `nearer` metres away, at the same place in the picture. */
export function steppedBack(thing: PlacedThing, nearer: number): PlacedThing {
  const distance = nearer * 1.4 + 1;
  return { ...thing, distance, x: (thing.x * distance) / thing.distance };
}
