import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { remap } from "../support/remap.js";
import { sourceMap } from "../support/source-map.js";
import { draw, drawFactor, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link cropAndResize}. */
export interface CropAndResizeOptions {
  /** Share of the picture that is cut out, above 0; defaults to 0.6: from 0.6 to 1. */
  area?: Strength;
  /** Width by height of what is cut out, against the picture's own, up to 4; defaults to 4/3: from 3/4 to 4/3. */
  aspect?: Strength;
}

/**
 * A random part of the picture, enlarged to its size.
 *
 * @throws UsageError when a strength is out of range
 * @see C. Szegedy et al., "Going Deeper with Convolutions" (2015), section 6
 * @example
 * cropAndResize({ area: 0.5, aspect: 1 }).settings; // { area: [0.5, 1], aspect: [1, 1] }
 */
export function cropAndResize(options: CropAndResizeOptions = {}): ImageAugmentation {
  checkOptions("cropAndResize", options, ["area", "aspect"]);
  const area = rangeOf("cropAndResize.area", options.area ?? 0.6, { kind: "share", most: 1, example: 0.6 });
  const aspect = rangeOf("cropAndResize.aspect", options.aspect ?? 4 / 3, {
    kind: "factor",
    most: 4,
    example: 1.3,
  });
  return {
    name: "cropAndResize",
    labels: "kept",
    settings: { area, aspect },
    apply(from, to, random) {
      const share = draw(area, random);
      const shape = drawFactor(aspect, random);
      const width = Math.min(1, Math.sqrt(share * shape));
      const height = Math.min(1, Math.sqrt(share / shape));
      resize(from, to, [random() * (1 - width), random() * (1 - height), width, height]);
    },
  };
}

/** Draws a part of an image, in shares of its sides, over the whole of another. */
export function resize(
  from: Image,
  to: Image,
  [left, top, width, height]: readonly [number, number, number, number],
): void {
  if (width === 1 && height === 1) {
    copyImage(from, to);
    return;
  }
  const map = sourceMap(from);
  for (let y = 0, pixel = 0; y < from.height; y++) {
    // Pixels are squares: the middle of the first lies half a pixel from the edge.
    const sourceY = Math.floor(((y + 0.5) * height + top * from.height - 0.5) * 65536 + 0.5);
    for (let x = 0; x < from.width; x++, pixel++) {
      map.x[pixel] = Math.floor(((x + 0.5) * width + left * from.width - 0.5) * 65536 + 0.5);
      map.y[pixel] = sourceY;
    }
  }
  remap(from, to, map, "edge");
}
