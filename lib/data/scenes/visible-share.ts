import type { PlacedThing } from "./scene.js";
import { across, type Camera } from "./street/index.js";

const heights = [0.08, 0.24, 0.4, 0.56, 0.72, 0.9];
const widths = [-0.08, 0, 0.08];

/** Share of the figure that nothing nearer hides, 0 … 1: of eighteen points on it, those outside every nearer box. */
export function visibleShare(camera: Camera, figure: PlacedThing, things: readonly PlacedThing[]): number {
  const nearer = things.filter((thing) => thing.distance < figure.distance);
  if (nearer.length === 0) return 1;
  let seen = 0;
  for (const height of heights)
    for (const width of widths) {
      const x = across(camera, figure.x + width * figure.unit, figure.distance);
      const y = above(camera, height * figure.unit, figure.distance);
      if (!nearer.some((thing) => hides(camera, thing, x, y))) seen++;
    }
  return seen / (heights.length * widths.length);
}

function hides(camera: Camera, { kind, unit, x, distance }: PlacedThing, atX: number, atY: number): boolean {
  const halfWidth = (kind.hides[0] / 2) * unit * (camera.focal / distance);
  return (
    Math.abs(atX - across(camera, x, distance)) < halfWidth &&
    atY > above(camera, kind.hides[1] * unit, distance) &&
    atY < above(camera, 0, distance)
  );
}

/** Where a point `height` metres above the ground appears, from the top of the picture. */
function above({ horizon, focal, height: cameraHeight }: Camera, height: number, distance: number): number {
  return horizon + (focal * (cameraHeight - height)) / distance;
}
