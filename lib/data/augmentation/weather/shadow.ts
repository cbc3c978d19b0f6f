import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { cosine, sine } from "../support/steady.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link shadow}. */
export interface ShadowOptions {
  /** Share of the light that it takes, up to 1; defaults to 0.6. */
  darkness?: Strength;
}

/**
 * The shadow of something tall: a dark band across the picture.
 *
 * @throws UsageError when the darkness is out of range
 * @example
 * shadow({ darkness: 0.4 }).settings; // { darkness: [0, 0.4] }
 */
export function shadow(options: ShadowOptions = {}): ImageAugmentation {
  checkOptions("shadow", options, ["darkness"]);
  const darkness = rangeOf("shadow.darkness", options.darkness ?? 0.6, {
    kind: "amount",
    most: 1,
    example: 0.6,
  });
  return {
    name: "shadow",
    labels: "kept",
    settings: { darkness },
    apply(from, to, random) {
      const share = draw(darkness, random);
      const middle = [random() * from.width, random() * from.height] as const;
      const turns = random() / 2;
      const halfWidth = (0.08 + 0.2 * random()) * Math.min(from.height, from.width);
      if (share === 0) copyImage(from, to);
      else darken(from, to, { share, middle, turns, halfWidth });
    },
  };
}

interface Band {
  share: number;
  middle: readonly [x: number, y: number];
  turns: number;
  halfWidth: number;
}

function darken(from: Image, to: Image, { share, middle, turns, halfWidth }: Band): void {
  const { height, width, channels, pixels } = from;
  const target = to.pixels;
  const acrossX = cosine(turns);
  const acrossY = sine(turns);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const distance = Math.abs((x + 0.5 - middle[0]) * acrossX + (y + 0.5 - middle[1]) * acrossY);
      const cover = Math.min(1, Math.max(0, (halfWidth - distance) / 2 + 0.5)); // its edge is two pixels soft
      const light = 1 - share * cover;
      for (let c = 0; c < channels; c++, at++) target[at] = pixels[at]! * light;
    }
}
