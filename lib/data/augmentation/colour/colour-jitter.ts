import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { assertColour } from "../support/assert-colour.js";
import { clampFloats, workImage } from "../support/image.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { brighten } from "../tone/brightness.js";
import { spread } from "../tone/contrast.js";
import { turnHue } from "./hue.js";
import { saturate } from "./saturation.js";

/** Options for {@link colourJitter}. */
export interface ColourJitterOptions {
  /** As of `brightness`, up to 1; defaults to 0.2. */
  brightness?: Strength;
  /** As of `contrast`, up to 1; defaults to 0.2. */
  contrast?: Strength;
  /** As of `saturation`, up to 1; defaults to 0.2. */
  saturation?: Strength;
  /** As `degrees` of `hue`, up to 180; defaults to 18. */
  hue?: Strength;
}

const work = workImage();

/**
 * Brightness, contrast, saturation and hue, each by a strength of its own, in this order.
 *
 * @throws UsageError when a strength is out of range; when the images have no three channels
 * @example
 * colourJitter({ hue: 0 }).settings.hue; // [0, 0]
 */
export function colourJitter(options: ColourJitterOptions = {}): ImageAugmentation {
  checkOptions("colourJitter", options, ["brightness", "contrast", "saturation", "hue"]);
  const share = { kind: "signed", most: 1, example: 0.2 } as const;
  const brightness = rangeOf("colourJitter.brightness", options.brightness ?? 0.2, share);
  const contrast = rangeOf("colourJitter.contrast", options.contrast ?? 0.2, share);
  const saturation = rangeOf("colourJitter.saturation", options.saturation ?? 0.2, share);
  const hue = rangeOf("colourJitter.hue", options.hue ?? 18, { kind: "signed", most: 180, example: 18 });
  return {
    name: "colourJitter",
    labels: "kept",
    settings: { brightness, contrast, saturation, hue },
    apply(from, to, random) {
      assertColour("colourJitter", from);
      const between = work(from);
      brighten(from, between, 1 + draw(brightness, random));
      clampFloats(between);
      spread(between, to, 1 + draw(contrast, random));
      clampFloats(to);
      saturate(to, between, 1 + draw(saturation, random));
      clampFloats(between);
      turnHue(between, to, draw(hue, random));
    },
  };
}
