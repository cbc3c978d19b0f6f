import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { noiseState } from "../support/noise-state.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link saltAndPepper}. */
export interface SaltAndPepperOptions {
  /** Share of the pixels that become white or black, up to 1; defaults to 0.04. */
  share?: Strength;
}

/**
 * Some pixels white and as many black, as of a damaged sensor.
 *
 * @throws UsageError when the share is out of range
 * @example
 * saltAndPepper({ share: 0.1 }).settings; // { share: [0, 0.1] }
 */
export function saltAndPepper(options: SaltAndPepperOptions = {}): ImageAugmentation {
  checkOptions("saltAndPepper", options, ["share"]);
  const share = rangeOf("saltAndPepper.share", options.share ?? 0.04, {
    kind: "amount",
    most: 1,
    example: 0.04,
  });
  return {
    name: "saltAndPepper",
    labels: "kept",
    settings: { share },
    apply(from, to, random) {
      copyImage(from, to);
      sprinkle(to, draw(share, random), noiseState(random));
    },
  };
}

function sprinkle({ channels, pixels, white }: Image, share: number, seed: number): void {
  const pepper = Math.floor(share * 0.5 * 4294967296);
  const salt = 4294967295 - pepper;
  let state = seed;
  for (let at = 0; at < pixels.length; at += channels) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const uniform = state >>> 0;
    if (uniform < pepper || uniform > salt) pixels.fill(uniform < pepper ? 0 : white, at, at + channels);
  }
}
