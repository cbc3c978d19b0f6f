import type { RandomSource } from "../../../../core/index.js";
import { between, chance, oneOf } from "../../draws.js";
import { box, type Colour, ellipse, limb, type Pen, shade, shine, trapezoid } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

const paints: readonly Colour[] = [
  [0.75, 0.12, 0.12],
  [0.15, 0.25, 0.5],
  [0.85, 0.86, 0.88],
  [0.12, 0.12, 0.14],
  [0.5, 0.52, 0.55],
  [0.3, 0.45, 0.35],
  [0.85, 0.7, 0.25],
  [0.4, 0.2, 0.16],
];
const glassColour: Colour = [0.18, 0.23, 0.28];

/** A car or a van, seen from behind or from the front; drawn in metres. */
export const car: ThingKind = {
  name: "car",
  place: "road",
  unit: [0.92, 1.08],
  hides: [1.7, 1.35],
  draw(pen, random) {
    const paint = shade(oneOf(paints, random), between(0.85, 1.1, random));
    const roof = chance(0.25, random) ? between(1.8, 2.1, random) : between(1.38, 1.55, random);
    for (const x of [-0.68, 0.68]) box(pen, x - 0.14, x + 0.14, 0, 0.4, [0.07, 0.07, 0.08]);
    drawBody(pen, paint, roof);
    drawLights(pen, chance(0.5, random), random);
    box(pen, -0.24, 0.24, 0.46, 0.57, [0.88, 0.88, 0.8]);
    box(pen, -0.82, 0.82, 0.24, 0.34, shade(paint, 0.45));
  },
};

function drawBody(pen: Pen, paint: Colour, roof: number): void {
  const slant = roof > 1.7 ? 0.82 : 0.62;
  trapezoid(
    pen,
    { bottom: 0.85, top: roof, bottomEdge: [-0.8, 0.8], topEdge: [-slant, slant] },
    shade(paint, 1.05),
  );
  const [bottom, top] = [0.92, roof - 0.1];
  trapezoid(
    pen,
    { bottom, top, bottomEdge: [-0.7, 0.7], topEdge: [-slant + 0.08, slant - 0.08] },
    glassColour,
  );
  trapezoid(pen, { bottom, top, bottomEdge: [-0.3, 0.15], topEdge: [-0.05, 0.3] }, shade(glassColour, 1.7));
  limb(pen, [-0.72, 0.62, 0.16], [0.72, 0.62, 0.16], paint);
  box(pen, -0.86, 0.86, 0.28, 0.88, paint);
  box(pen, -0.86, 0.86, 0.8, 0.86, shade(paint, 1.25));
}

function drawLights(pen: Pen, isOncoming: boolean, random: RandomSource): void {
  const colour: Colour = isOncoming ? [0.95, 0.95, 0.85] : [0.8, 0.08, 0.06];
  const glow: Colour = isOncoming ? [1, 0.96, 0.82] : [0.9, 0.08, 0.05];
  const high = between(0.66, 0.74, random);
  for (const x of [-0.68, 0.68]) {
    ellipse(pen, x, high, isOncoming ? 0.13 : 0.15, 0.09, colour);
    shine(pen, x, high, isOncoming ? 1.1 : 0.55, glow);
  }
}
