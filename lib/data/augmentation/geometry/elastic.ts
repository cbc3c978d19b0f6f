import { checkOptions } from "../../../core/index.js";
import { checkCount } from "../../check-values.js";
import type { ImageAugmentation } from "../augmentation.js";
import { type Border, checkBorder } from "../support/border.js";
import { copyImage } from "../support/image.js";
import { remap } from "../support/remap.js";
import { scratch } from "../support/scratch.js";
import { fillSmoothField } from "../support/smooth-field.js";
import { sourceMap } from "../support/source-map.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link elastic}. */
export interface ElasticOptions {
  /** How far a point moves at most, in shares of the side, up to 0.2; defaults to 0.06. */
  by?: Strength;
  /** Waves across the picture, 1 … 16: more bend it more finely; defaults to 4. */
  cells?: number;
  /** What comes in at the edge; defaults to "reflect". */
  border?: Border;
}

const fieldX = scratch(Float32Array);
const fieldY = scratch(Float32Array);

/**
 * Bent as if drawn on rubber.
 *
 * @throws UsageError when the strength or the number of cells is out of range
 * @see P. Simard, D. Steinkraus and J. Platt, "Best Practices for Convolutional Neural Networks Applied to Visual
 *   Document Analysis" (2003); the coarse lattice is that of O. Ronneberger et al., "U-Net" (2015)
 * @example
 * elastic({ by: 0.1 }).settings; // { by: [0, 0.1], cells: 4, border: "reflect" }
 */
export function elastic(options: ElasticOptions = {}): ImageAugmentation {
  checkOptions("elastic", options, ["by", "cells", "border"]);
  const { border = "reflect", cells = 4 } = options;
  checkBorder("elastic", border);
  checkCount("elastic.cells", cells, 1, 16);
  const by = rangeOf("elastic.by", options.by ?? 0.06, { kind: "amount", most: 0.2, example: 0.06 });
  return {
    name: "elastic",
    labels: "kept",
    settings: { by, cells, border },
    apply(from, to, random) {
      const { height, width } = from;
      const reach = draw(by, random);
      if (reach === 0) {
        copyImage(from, to);
        return;
      }
      const right = fieldX(height * width);
      const down = fieldY(height * width);
      fillSmoothField(right, [height, width], cells, random);
      fillSmoothField(down, [height, width], cells, random);
      const map = sourceMap(from);
      for (let y = 0, pixel = 0; y < height; y++)
        for (let x = 0; x < width; x++, pixel++) {
          map.x[pixel] = Math.floor((x + right[pixel]! * reach * width) * 65536 + 0.5);
          map.y[pixel] = Math.floor((y + down[pixel]! * reach * height) * 65536 + 0.5);
        }
      remap(from, to, map, border);
    },
  };
}
