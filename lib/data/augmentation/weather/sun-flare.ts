import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link sunFlare}. */
export interface SunFlareOptions {
  /** Of the sun's middle, in shares of white, up to 1; defaults to 0.8. */
  brightness?: Strength;
}

/**
 * A low sun in the upper half, its glow, and its ghosts in the lens: discs on the line through the picture's middle.
 *
 * @throws UsageError when the brightness is out of range
 * @example
 * sunFlare({ brightness: 1 }).settings; // { brightness: [0, 1] }
 */
export function sunFlare(options: SunFlareOptions = {}): ImageAugmentation {
  checkOptions("sunFlare", options, ["brightness"]);
  const brightness = rangeOf("sunFlare.brightness", options.brightness ?? 0.8, {
    ...{ kind: "amount", most: 1, example: 0.8 },
  });
  return {
    name: "sunFlare",
    labels: "kept",
    settings: { brightness },
    apply(from, to, random) {
      const light = draw(brightness, random);
      const sunX = (0.1 + 0.8 * random()) * from.width;
      const sunY = 0.5 * random() * from.height;
      if (light === 0) copyImage(from, to);
      else shine(from, to, light, sunX, sunY);
    },
  };
}

/** How far along the line from the sun the ghosts lie (1 is the picture's middle), and how large they are. */
const ghosts = [
  { along: 0.6, radius: 0.04 },
  { along: 1.4, radius: 0.08 },
  { along: 1.8, radius: 0.05 },
] as const;

function shine(from: Image, to: Image, light: number, sunX: number, sunY: number): void {
  const { height, width, channels, pixels, white } = from;
  const target = to.pixels;
  const side = Math.min(height, width);
  const spread = (0.12 * side) ** 2;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const squared = (x + 0.5 - sunX) ** 2 + (y + 0.5 - sunY) ** 2;
      let glow = light / (1 + squared / spread);
      for (const { along, radius } of ghosts) {
        const ghostX = sunX + (width / 2 - sunX) * along;
        const ghostY = sunY + (height / 2 - sunY) * along;
        const distance = (x + 0.5 - ghostX) ** 2 + (y + 0.5 - ghostY) ** 2;
        if (distance < (radius * side) ** 2) glow += 0.12 * light;
      }
      for (let c = 0; c < channels; c++, at++) target[at] = pixels[at]! + glow * white;
    }
}
