import { integerBelow } from "../../../../core/index.js";
import { between } from "../../draws.js";
import { box, type Colour, ellipse, limb, shade, shine } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

const signals: readonly Colour[] = [
  [0.95, 0.15, 0.1],
  [1, 0.7, 0.1],
  [0.15, 0.9, 0.45],
];

/** A traffic light showing red, amber or green; drawn in metres. */
export const trafficLight: ThingKind = {
  name: "traffic light",
  place: "pavement",
  unit: [0.9, 1.1],
  hides: [0.16, 3.2],
  draw(pen, random) {
    const tall = between(2.3, 2.8, random);
    limb(pen, [0, 0, 0.06], [0, tall, 0.05], [0.35, 0.36, 0.36]);
    box(pen, -0.2, 0.2, tall, tall + 1.05, [0.1, 0.1, 0.1]);
    const on = integerBelow(3, random);
    for (const [i, signal] of signals.entries()) {
      const y = tall + 0.86 - i * 0.32;
      ellipse(pen, 0, y, 0.12, 0.12, i === on ? signal : shade(signal, 0.22));
      if (i === on) shine(pen, 0, y, 0.7, signal);
    }
  },
};
