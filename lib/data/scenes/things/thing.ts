import type { RandomSource } from "../../../core/index.js";
import type { Pen } from "../raster/index.js";
import type { Manner } from "./manner.js";

/** One kind of thing that stands in a street. A new kind is one file and a line in this folder's index. */
export interface ThingKind {
  readonly name: string;
  /** Where it stands. */
  readonly place: "road" | "pavement";
  /** Smallest and greatest length of the kind's unit, in metres: 1 for what is drawn in metres, a body's height for figures. */
  readonly unit: readonly [smallest: number, greatest: number];
  /** What it hides: width and height of its opaque part, in units, and from what height on; from the ground if unsaid. */
  readonly hides: readonly [width: number, height: number, from?: number];
  /** Draws it with its foot at x = 0, y = 0, in units; `random` is the thing's own stream. Only figures have a manner. */
  draw(pen: Pen, random: RandomSource, manner?: Manner): void;
}
