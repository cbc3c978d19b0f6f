import type { PlacedThing } from "./scene.js";
import { across, type Camera, heightAt } from "./street/index.js";

const heights = [0.08, 0.24, 0.4, 0.56, 0.72, 0.9];
const widths = [-0.096, -0.048, 0, 0.048, 0.096];

/**
 * Share of the figure that lies in the picture and that nothing nearer hides, 0 … 1: of thirty points on it, those inside
 * the frame and outside every nearer thing's box.
 */
export function visibleShare(camera: Camera, figure: PlacedThing, things: readonly PlacedThing[]): number {
  const nearer: Box[] = [];
  for (const thing of things) if (thing.distance < figure.distance) nearer.push(boxOf(camera, thing));
  if (nearer.length === 0 && isInFrame(camera, figure)) return 1;
  let seen = 0;
  for (const width of widths) {
    const x = across(camera, figure.x + width * figure.unit, figure.distance);
    if (x < 0 || x > 1) continue;
    for (const height of heights) {
      const y = heightAt(camera, height * figure.unit, figure.distance);
      if (y >= 0 && y <= 1 && !isHidden(nearer, x, y)) seen++;
    }
  }
  return seen / (heights.length * widths.length);
}

function isInFrame(camera: Camera, { x, unit, distance }: PlacedThing): boolean {
  return (
    across(camera, x + widths[0]! * unit, distance) >= 0 &&
    across(camera, x + widths.at(-1)! * unit, distance) <= 1 &&
    heightAt(camera, heights.at(-1)! * unit, distance) >= 0 &&
    heightAt(camera, heights[0]! * unit, distance) <= 1
  );
}

/** The opaque part of a thing as it appears. */
interface Box {
  readonly middle: number;
  readonly halfWidth: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(camera: Camera, { kind, unit, x, distance }: PlacedThing): Box {
  return {
    middle: across(camera, x, distance),
    halfWidth: (kind.hides[0] / 2) * unit * (camera.focal / distance),
    top: heightAt(camera, kind.hides[1] * unit, distance),
    bottom: heightAt(camera, (kind.hides[2] ?? 0) * unit, distance),
  };
}

function isHidden(boxes: readonly Box[], x: number, y: number): boolean {
  for (const { middle, halfWidth, top, bottom } of boxes)
    if (Math.abs(x - middle) < halfWidth && y > top && y < bottom) return true;
  return false;
}
