import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { type Border, checkBorder } from "../support/border.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { warpAffine } from "./warp-affine.js";

/** Options for {@link rotate}. */
export interface RotateOptions {
  /** Clockwise, up to 180; defaults to 15: from −15° to 15°. */
  degrees?: Strength;
  /** What comes in at the corners; defaults to "reflect". */
  border?: Border;
}

/**
 * Turned about the middle.
 *
 * @throws UsageError when the angle is out of range
 * @example
 * rotate({ degrees: [170, 180] }).settings; // { degrees: [170, 180], border: "reflect" }
 */
export function rotate(options: RotateOptions = {}): ImageAugmentation {
  checkOptions("rotate", options, ["degrees", "border"]);
  const { border = "reflect" } = options;
  checkBorder("rotate", border);
  const degrees = rangeOf("rotate.degrees", options.degrees ?? 15, {
    kind: "signed",
    most: 180,
    example: 15,
  });
  return {
    name: "rotate",
    labels: "kept",
    settings: { degrees, border },
    apply(from, to, random) {
      warpAffine(from, to, { turns: draw(degrees, random) / 360 }, border);
    },
  };
}
