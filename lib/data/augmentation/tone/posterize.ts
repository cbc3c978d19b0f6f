import { checkOptions, integerBelow, UsageError } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { mapValues } from "../support/map-values.js";

/** Options for {@link posterize}. */
export interface PosterizeOptions {
  /** Bits that are left of eight, 1 … 8; a number is the fewest, a pair [fewest, most]; defaults to 4: from 4 to 8. */
  bits?: number | readonly [fewest: number, most: number];
}

/**
 * Fewer shades: the lower bits of every value are cleared.
 *
 * @throws UsageError when bits are no whole numbers from 1 to 8
 * @example
 * posterize({ bits: 3 }).settings; // { bits: [3, 8] }
 */
export function posterize(options: PosterizeOptions = {}): ImageAugmentation {
  checkOptions("posterize", options, ["bits"]);
  const { bits = 4 } = options;
  const [fewest, most] = typeof bits === "number" ? [bits, 8] : bits;
  if (![fewest, most].every((count) => Number.isInteger(count) && count >= 1 && count <= 8) || fewest > most)
    throw new UsageError({
      got: `posterize.bits is ${JSON.stringify(bits)}.`,
      expected: "a whole number from 1 to 8, or a pair [fewest, most] of them.",
      fix: "pass { bits: 4 }.",
    });
  return {
    name: "posterize",
    labels: "kept",
    settings: { bits: [fewest, most] },
    apply(from, to, random) {
      const cleared = 8 - fewest - integerBelow(most - fewest + 1, random);
      if (cleared === 0) copyImage(from, to);
      else if (from.white === 255) keepBits(from, to, (255 << cleared) & 255);
      else mapValues(from, to, (value) => ((Math.round(value * 255) >> cleared) << cleared) / 255);
    },
  };
}

/** Sixteen bytes at a time. */
function keepBits({ words }: Image, { words: target }: Image, mask: number): void {
  const masks = mask * 0x1010101;
  for (let at = 0; at < words.length; at += 4) {
    target[at] = words[at]! & masks;
    target[at + 1] = words[at + 1]! & masks;
    target[at + 2] = words[at + 2]! & masks;
    target[at + 3] = words[at + 3]! & masks;
  }
}
