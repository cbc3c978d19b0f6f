import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { type Border, checkBorder } from "../support/border.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { warpAffine } from "./warp-affine.js";

/** Options for {@link shift}. */
export interface ShiftOptions {
  /** To the right, in shares of the width, up to 1; defaults to 0.1: from −0.1 to 0.1. */
  x?: Strength;
  /** Down, in shares of the height, up to 1; defaults to 0.1. */
  y?: Strength;
  /** What comes in at the edge; defaults to "reflect". */
  border?: Border;
}

/**
 * Moved sideways and up or down, by parts of a pixel too.
 *
 * @throws UsageError when a strength is out of range
 * @example
 * shift({ x: 0.2, y: 0 }).settings; // { x: [-0.2, 0.2], y: [0, 0], border: "reflect" }
 */
export function shift(options: ShiftOptions = {}): ImageAugmentation {
  checkOptions("shift", options, ["x", "y", "border"]);
  const { border = "reflect" } = options;
  checkBorder("shift", border);
  const x = rangeOf("shift.x", options.x ?? 0.1, { kind: "signed", most: 1, example: 0.1 });
  const y = rangeOf("shift.y", options.y ?? 0.1, { kind: "signed", most: 1, example: 0.1 });
  return {
    name: "shift",
    labels: "kept",
    settings: { x, y, border },
    apply(from, to, random) {
      const right = draw(x, random) * from.width;
      const down = draw(y, random) * from.height;
      warpAffine(from, to, { shift: [right, down] }, border);
    },
  };
}
