import { checkOptions, permutation } from "../../../core/index.js";
import { checkRate } from "../../check-values.js";
import type { ImageAugmentation } from "../augmentation.js";
import { assertColour } from "../support/assert-colour.js";
import { copyImage, type Image } from "../support/image.js";
import type { SwitchOptions } from "../support/switched-op.js";

/**
 * Red, green and blue exchanged, in one of their six orders; the old one is among them.
 *
 * @throws UsageError when the probability is no share; when the images have no three channels
 */
export function shuffleChannels(options: SwitchOptions = {}): ImageAugmentation {
  checkOptions("shuffleChannels", options, ["probability"]);
  const { probability = 0.5 } = options;
  checkRate("shuffleChannels.probability", probability);
  return {
    name: "shuffleChannels",
    labels: "kept",
    settings: { probability },
    apply(from, to, random) {
      assertColour("shuffleChannels", from);
      if (random() < probability) reorder(from, to, permutation(3, random));
      else copyImage(from, to);
    },
  };
}

function reorder({ pixels }: Image, { pixels: target }: Image, order: Uint32Array): void {
  const [red, green, blue] = order as unknown as [number, number, number];
  for (let at = 0; at < pixels.length; at += 3) {
    target[at] = pixels[at + red]!;
    target[at + 1] = pixels[at + green]!;
    target[at + 2] = pixels[at + blue]!;
  }
}
