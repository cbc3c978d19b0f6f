import { checkOptions, type RandomSource } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { mapValues } from "../support/map-values.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { blendPixel } from "./blend-pixel.js";

/** Options for {@link snow}. */
export interface SnowOptions {
  /** How heavy, up to 1: a flake for every 60 pixels; defaults to 0.5. */
  amount?: Strength;
}

/**
 * White flakes, near ones larger and paler than far ones, and brighter shadows.
 *
 * @throws UsageError when the amount is out of range
 * @example
 * snow({ amount: [0.3, 0.3] }).settings; // { amount: [0.3, 0.3] }
 */
export function snow(options: SnowOptions = {}): ImageAugmentation {
  checkOptions("snow", options, ["amount"]);
  const amount = rangeOf("snow.amount", options.amount ?? 0.5, { kind: "amount", most: 1, example: 0.5 });
  return {
    name: "snow",
    labels: "kept",
    settings: { amount },
    apply(from, to, random) {
      const heaviness = draw(amount, random);
      mapValues(from, to, (value) => value + (0.9 - value) * 0.25 * heaviness);
      const flakes = Math.round((heaviness * from.height * from.width) / 60);
      for (let flake = 0; flake < flakes; flake++) drop(to, random);
    },
  };
}

/** One flake: a disc with a soft edge. Few are near, so the nearness is squared. */
function drop(image: Image, random: RandomSource): void {
  const { height, width } = image;
  const x = random() * width;
  const y = random() * height;
  const nearness = random() ** 2;
  const radius = 0.5 + nearness * 0.02 * Math.min(height, width);
  const opacity = 0.9 - 0.5 * nearness;
  for (let row = Math.floor(y - radius - 1); row <= y + radius; row++)
    for (let column = Math.floor(x - radius - 1); column <= x + radius; column++) {
      const distance = Math.sqrt((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2);
      const cover = Math.min(1, radius + 0.5 - distance);
      if (cover > 0) blendPixel(image, column, row, 1, opacity * cover);
    }
}
