import { checkOptions, permutation } from "../../../core/index.js";
import { checkRate } from "../../check-values.js";
import type { ImageAugmentation } from "../augmentation.js";
import { assertColour } from "../support/assert-colour.js";
import { copyImage, type Image } from "../support/image.js";
import { hasRgbWords } from "../support/rgb-words.js";
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
      if (random() >= probability) {
        copyImage(from, to);
        return;
      }
      const order = permutation(3, random);
      if (hasRgbWords(from)) reorderWords(from, to, order);
      else reorder(from, to, order);
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

/** Four pixels at a time, which are written as three words. */
function reorderWords({ pixels }: Image, { words: target }: Image, order: Uint32Array): void {
  const [fromRed, fromGreen, fromBlue] = order as unknown as [number, number, number];
  for (let word = 0, at = 0; word < target.length; word += 3, at += 12) {
    const red = at + fromRed;
    const green = at + fromGreen;
    const blue = at + fromBlue;
    target[word] = pixels[red]! | (pixels[green]! << 8) | (pixels[blue]! << 16) | (pixels[red + 3]! << 24);
    target[word + 1] =
      pixels[green + 3]! | (pixels[blue + 3]! << 8) | (pixels[red + 6]! << 16) | (pixels[green + 6]! << 24);
    target[word + 2] =
      pixels[blue + 6]! | (pixels[red + 9]! << 8) | (pixels[green + 9]! << 16) | (pixels[blue + 9]! << 24);
  }
}
