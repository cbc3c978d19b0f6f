import { between, chance } from "../draws.js";
import { ellipse, screenPen } from "../raster/index.js";
import type { ConditionKind, Effect } from "./condition-kind.js";

const dazzle: Effect = (canvas, { site, under }, severity, random) => {
  const { size, colour } = canvas;
  const isNight = under.includes("night");
  const sunX = isNight ? between(0.15, 0.6, random) : 0.5 + 0.42 * site.light;
  const sunY = site.camera.horizon + (isNight ? 0.07 : -between(0.06, 0.26, random));
  const strength = 0.3 + 0.2 * severity;
  const reach = 0.07 + 0.04 * severity;
  const tint = isNight ? ([0.92, 0.96, 1] as const) : ([1, 0.93, 0.76] as const);
  const exposure = 1 - 0.07 * severity; // adapts to the sun: the rest is darker
  const haze = 0.045 * severity;
  for (let row = 0; row < size; row++) {
    const dy = (row + 0.5) / size - sunY;
    for (let column = 0; column < size; column++) {
      const dx = (column + 0.5) / size - sunX;
      const squared = (dx * dx + dy * dy) / (reach * reach);
      const glow = strength / (1 + squared) + haze;
      const kept = (1 - 0.5 * Math.min(1, glow)) * exposure;
      const at = (row * size + column) * 3;
      colour[at] = colour[at]! * kept + tint[0] * glow;
      colour[at + 1] = colour[at + 1]! * kept + tint[1] * glow;
      colour[at + 2] = colour[at + 2]! * kept + tint[2] * glow;
    }
  }
  if (!chance(0.2 * severity, random)) return;
  const pen = screenPen(canvas, 0.1 + 0.03 * severity);
  for (const along of [0.55, 1.1, 1.6]) {
    const x = sunX + (0.5 - sunX) * along;
    const y = sunY + (0.5 - sunY) * along;
    ellipse(pen, x, -y, 0.05 * along, 0.05 * along, [0.75, 0.95, 0.7], 1.5);
  }
};

/** A low sun ahead, or by night the headlamps of somebody oncoming: a blinding spot and a veil over the rest. */
export const glare: ConditionKind = { draw: dazzle };
