import { type Canvas, type Lamp, surface } from "../raster/index.js";
import { groundAt } from "../street/index.js";
import type { ConditionKind, Effect } from "./condition-kind.js";

const litWindow = [1, 0.78, 0.42] as const;

const darken: Effect = (canvas, { site }, severity) => {
  const { size, colour } = canvas;
  const ambient = 0.64 - 0.105 * severity;
  const beam = 0.12 + 0.085 * severity;
  const cutOff = groundAt(site.camera, 25) * size;
  for (let row = 0; row < size; row++) {
    const tall = row + 0.5 < cutOff ? Math.max(0.25, 1 - (cutOff - row) / size / 0.3) : 1;
    for (let column = 0; column < size; column++) {
      const pixel = row * size + column;
      const kind = canvas.surface[pixel]!;
      const near = canvas.distance[pixel]! / 11;
      const aside = (column + 0.5) / size - 0.5;
      const cone = Math.max(0, 1 - aside * aside * 3.4);
      const light = (beam * cone * tall) / (1 + near * near);
      const dim = kind === surface.sky ? ambient * ambient * 1.1 : ambient;
      const glow = kind === surface.litWindow ? 0.16 * severity : 0;
      const at = pixel * 3;
      colour[at] = lit(colour[at]! * (dim * 0.78 + light * 1.05), glow, litWindow[0]);
      colour[at + 1] = lit(colour[at + 1]! * (dim * 0.88 + light), glow, litWindow[1]);
      colour[at + 2] = lit(colour[at + 2]! * (dim * 1.18 + light * 0.85), glow, litWindow[2]);
    }
  }
  for (const lamp of canvas.lamps) drawHalo(canvas, lamp, 0.3 + 0.14 * severity);
  canvas.noise += 0.006 * severity;
};

/** Dusk to midnight: the moon's dim blue, our own headlights, street lamps, lit windows, and a noisier sensor. */
export const night: ConditionKind = { draw: darken };

function lit(value: number, glow: number, light: number): number {
  return value + (light - value) * glow;
}

/** A lamp brightens what is around it and adds a halo of its own. */
function drawHalo(canvas: Canvas, { x, y, reach, distance, colour: light }: Lamp, strength: number): void {
  const { size, colour } = canvas;
  const column = Math.floor(x);
  const row = Math.floor(y);
  const isInside = column >= 0 && column < size && row >= 0 && row < size;
  if (isInside && canvas.distance[row * size + column]! < distance - 0.1) return;
  const core = Math.max(0.6, reach * 0.16);
  const far = reach * 2.2 + 1;
  for (let r = Math.max(0, Math.floor(y - far)); r < Math.min(size, y + far); r++)
    for (let c = Math.max(0, Math.floor(x - far)); c < Math.min(size, x + far); c++) {
      const dx = c + 0.5 - x;
      const dy = r + 0.5 - y;
      const squared = dx * dx + dy * dy;
      const edge = 1 - squared / (far * far);
      if (edge <= 0) continue;
      const halo = (edge * edge * strength) / (1 + squared / (core * core));
      const wash = 1 + edge * edge * strength * 0.8;
      const at = (r * size + c) * 3;
      colour[at] = colour[at]! * wash + light[0] * halo;
      colour[at + 1] = colour[at + 1]! * wash + light[1] * halo;
      colour[at + 2] = colour[at + 2]! * wash + light[2] * halo;
    }
}
