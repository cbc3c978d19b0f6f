import { between } from "../draws.js";
import type { Canvas } from "../raster/index.js";
import { across, heightAt } from "../street/index.js";
import { atSeverity } from "./at-severity.js";
import type { ConditionKind, Effect } from "./condition-kind.js";

const beam: Effect = (canvas, { site }, severity, random) => {
  const distance = between(0.9, 1.25, random) * atSeverity(severity, [26, 19, 14, 10.5, 8]);
  const lane = site.road[0] + (site.road[1] - site.road[0]) * between(0.2, 0.42, random);
  const core = ((0.14 + 0.035 * severity) * site.camera.focal) / distance;
  // Exposure adapts to the lamps: the rest is darker, and scattered light lies over it.
  const kept = 1 - 0.13 * severity;
  for (let at = 0; at < canvas.colour.length; at++)
    canvas.colour[at] = canvas.colour[at]! * kept + 0.02 * severity;
  const y = heightAt(site.camera, 0.68, distance);
  for (const side of [-0.66, 0.66])
    drawBeam(
      canvas,
      { x: across(site.camera, lane + side, distance), y, distance, core },
      0.5 + 0.1 * severity,
    );
};

/** Places and lengths are shares of the picture's side; `distance` is metres. */
interface Beam {
  readonly x: number;
  readonly y: number;
  readonly distance: number;
  readonly core: number;
}

/** A white core, unless something nearer hides it; a halo that washes out all it covers, and a streak. */
function drawBeam(canvas: Canvas, { x, y, distance, core }: Beam, strength: number): void {
  const { size, colour } = canvas;
  for (let row = 0; row < size; row++) {
    const dy = ((row + 0.5) / size - y) / core;
    for (let column = 0; column < size; column++) {
      const dx = ((column + 0.5) / size - x) / core;
      const squared = dx * dx + dy * dy;
      const isHidden = canvas.distance[row * size + column]! < distance - 0.1;
      const disc = isHidden ? 0 : 1.8 / (1 + squared * squared * 0.3);
      const halo = 0.42 / (1 + squared * 0.035);
      const streak = 0.4 / ((1 + dy * dy * 6) * (1 + dx * dx * 0.015));
      const glow = Math.min(1, strength * (disc + halo + streak));
      const at = (row * size + column) * 3;
      colour[at] = colour[at]! + (1.02 - colour[at]!) * glow;
      colour[at + 1] = colour[at + 1]! + (1.02 - colour[at + 1]!) * glow;
      colour[at + 2] = colour[at + 2]! + (0.98 - colour[at + 2]!) * glow;
    }
  }
}

/** Somebody comes towards us with full beams. */
export const headlights: ConditionKind = { draw: beam };
