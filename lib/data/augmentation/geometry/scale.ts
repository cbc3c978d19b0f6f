import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { type Border, checkBorder } from "../support/border.js";
import { drawFactor, rangeOf, type Strength } from "../support/strength.js";
import { warpAffine } from "./warp-affine.js";

/** Options for {@link scale}. */
export interface ScaleOptions {
  /** Factor, up to 4; defaults to 1.2: from 1/1.2 to 1.2. Above 1 enlarges. */
  by?: Strength;
  /** What comes in at the edge of a picture made smaller; defaults to "reflect". */
  border?: Border;
}

/**
 * Nearer or further away, about the middle.
 *
 * @throws UsageError when the factor is out of range
 * @example
 * scale({ by: 2 }).settings; // { by: [0.5, 2], border: "reflect" }
 */
export function scale(options: ScaleOptions = {}): ImageAugmentation {
  checkOptions("scale", options, ["by", "border"]);
  const { border = "reflect" } = options;
  checkBorder("scale", border);
  const by = rangeOf("scale.by", options.by ?? 1.2, { kind: "factor", most: 4, example: 1.2 });
  return {
    name: "scale",
    labels: "kept",
    settings: { by, border },
    apply(from, to, random) {
      warpAffine(from, to, { scale: drawFactor(by, random) }, border);
    },
  };
}
