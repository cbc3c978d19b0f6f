import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { scratch } from "../support/scratch.js";
import { fillSmoothField } from "../support/smooth-field.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link fog}. */
export interface FogOptions {
  /** Mean share of the fog in what one sees, up to 0.8; defaults to 0.5. */
  density?: Strength;
}

const swathes = scratch(Float32Array);

/**
 * Pale swathes before the picture, some denser than others.
 *
 * It knows no distances; the fog of `makeScenes` does.
 *
 * @throws UsageError when the density is out of range
 * @example
 * fog({ density: [0.2, 0.4] }).settings; // { density: [0.2, 0.4] }
 */
export function fog(options: FogOptions = {}): ImageAugmentation {
  checkOptions("fog", options, ["density"]);
  const density = rangeOf("fog.density", options.density ?? 0.5, { kind: "amount", most: 0.8, example: 0.5 });
  return {
    name: "fog",
    labels: "kept",
    settings: { density },
    apply(from, to, random) {
      const share = draw(density, random);
      if (share === 0) {
        copyImage(from, to);
        return;
      }
      const field = swathes(from.height * from.width);
      fillSmoothField(field, [from.height, from.width], 3, random);
      veil(from, to, field, share);
    },
  };
}

function veil(
  { channels, pixels, white }: Image,
  { pixels: target }: Image,
  field: Float32Array,
  share: number,
) {
  const grey = 0.85 * white;
  for (let at = 0, pixel = 0; at < pixels.length; pixel++) {
    const thickness = share * (1 + 0.25 * field[pixel]!);
    for (let c = 0; c < channels; c++, at++) target[at] = pixels[at]! + (grey - pixels[at]!) * thickness;
  }
}
