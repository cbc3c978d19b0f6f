import { checkOptions, type RandomSource } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { mapValues } from "../support/map-values.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { blendPixel } from "./blend-pixel.js";

/** Options for {@link rain}. */
export interface RainOptions {
  /** How heavy, up to 1: a streak for every 60 pixels; defaults to 0.5. */
  amount?: Strength;
}

/**
 * Pale streaks, all slanted alike, and less light.
 *
 * @throws UsageError when the amount is out of range
 * @example
 * rain({ amount: 1 }).settings; // { amount: [0, 1] }
 */
export function rain(options: RainOptions = {}): ImageAugmentation {
  checkOptions("rain", options, ["amount"]);
  const amount = rangeOf("rain.amount", options.amount ?? 0.5, { kind: "amount", most: 1, example: 0.5 });
  return {
    name: "rain",
    labels: "kept",
    settings: { amount },
    apply(from, to, random) {
      const heaviness = draw(amount, random);
      const slant = 0.6 * random() - 0.3;
      mapValues(from, to, (value) => value * (1 - 0.25 * heaviness));
      const streaks = Math.round((heaviness * from.height * from.width) / 60);
      for (let streak = 0; streak < streaks; streak++) fall(to, slant, random);
    },
  };
}

/** One drop's way while the shutter was open; it fades in towards its lower end. */
function fall(image: Image, slant: number, random: RandomSource): void {
  const { height, width } = image;
  const length = Math.max(2, Math.round(height * (0.06 + 0.1 * random())));
  const top = Math.floor(random() * (height + length)) - length;
  const left = random() * width;
  const opacity = 0.25 + 0.4 * random();
  for (let step = 0; step < length; step++) {
    const x = left + slant * step;
    const column = Math.floor(x);
    const here = (opacity * (step + 1)) / length;
    blendPixel(image, column, top + step, 0.85, here * (1 - (x - column)));
    blendPixel(image, column + 1, top + step, 0.85, here * (x - column));
  }
}
