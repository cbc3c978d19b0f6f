import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { type Border, checkBorder } from "../support/border.js";
import { cosine, sine } from "../support/steady.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { warpAffine } from "./warp-affine.js";

/** Options for {@link shear}. */
export interface ShearOptions {
  /** Slant of the columns in degrees, up to 60; defaults to 10: from −10° to 10°. */
  x?: Strength;
  /** Slant of the rows in degrees, up to 60; defaults to 0. */
  y?: Strength;
  /** What comes in at the edge; defaults to "reflect". */
  border?: Border;
}

/**
 * Slanted, as upright writing is to italics.
 *
 * @throws UsageError when an angle is out of range
 * @example
 * shear({ x: 20 }).settings; // { x: [-20, 20], y: [0, 0], border: "reflect" }
 */
export function shear(options: ShearOptions = {}): ImageAugmentation {
  checkOptions("shear", options, ["x", "y", "border"]);
  const { border = "reflect" } = options;
  checkBorder("shear", border);
  const x = rangeOf("shear.x", options.x ?? 10, { kind: "signed", most: 60, example: 10 });
  const y = rangeOf("shear.y", options.y ?? 0, { kind: "signed", most: 60, example: 10 });
  return {
    name: "shear",
    labels: "kept",
    settings: { x, y, border },
    apply(from, to, random) {
      const slant = [slope(draw(x, random)), slope(draw(y, random))] as const;
      warpAffine(from, to, { shear: slant }, border);
    },
  };
}

/** Pixels per pixel of a slant: the tangent. */
const slope = (degrees: number): number => sine(degrees / 360) / cosine(degrees / 360);
