import { checkOptions, integerBelow } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage } from "../support/image.js";
import { draw, drawFactor, rangeOf, type Strength } from "../support/strength.js";
import { checkFill, type Fill, fillBox } from "./fill-box.js";

/** Options for {@link randomErasing}. */
export interface RandomErasingOptions {
  /** Share of the picture, up to 0.8; defaults to [0.02, 0.33]. */
  area?: Strength;
  /** Width by height of the box, up to 5; defaults to 3.3: from 1/3.3 to 3.3. */
  aspect?: Strength;
  /** What stands in its place; defaults to "noise". */
  fill?: Fill;
}

/**
 * One box painted over, wholly inside the picture.
 *
 * @throws UsageError when an option is out of range
 * @see Z. Zhong et al., "Random Erasing Data Augmentation" (2020)
 * @example
 * randomErasing({ area: 0.1 }).settings.area; // [0, 0.1]
 */
export function randomErasing(options: RandomErasingOptions = {}): ImageAugmentation {
  checkOptions("randomErasing", options, ["area", "aspect", "fill"]);
  const { fill = "noise" } = options;
  checkFill("randomErasing", fill);
  const area = rangeOf("randomErasing.area", options.area ?? [0.02, 0.33], {
    ...{ kind: "amount", most: 0.8, example: 0.2 },
  });
  const aspect = rangeOf("randomErasing.aspect", options.aspect ?? 3.3, {
    ...{ kind: "factor", most: 5, example: 3.3 },
  });
  return {
    name: "randomErasing",
    labels: "kept",
    settings: { area, aspect, fill },
    apply(from, to, random) {
      const pixels = draw(area, random) * from.height * from.width;
      const shape = drawFactor(aspect, random);
      // A box too long for the picture becomes as long as it, and no narrower.
      const width = Math.min(from.width, Math.round(Math.sqrt(pixels * shape)));
      const height = Math.min(from.height, Math.round(Math.sqrt(pixels / shape)));
      const left = integerBelow(from.width - width + 1, random);
      const top = integerBelow(from.height - height + 1, random);
      copyImage(from, to);
      fillBox(to, { left, top, right: left + width, bottom: top + height }, fill, random);
    },
  };
}
