import type { RandomSource } from "../../core/index.js";
import type { Image } from "./support/image.js";

interface Named {
  readonly name: string;
  /** Every option in force; what is drawn for each image, as [low, high]. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An op that changes pixels and lets the label be. */
export interface ImageAugmentation extends Named {
  readonly labels: "kept";
  /**
   * Writes the changed image into every pixel of `to`, which has the shape of `from`. All chance is in `random`, so
   * that the same stream gives the same bytes.
   */
  apply(from: Image, to: Image, random: RandomSource): void;
}

/** An op that mixes in another image, and with it that image's label. */
export interface MixingAugmentation extends Named {
  readonly labels: "mixed";
  /** Writes the mixture into every pixel of `to`; returns the share of `from`'s own label in it, 0.5 … 1. */
  apply(from: Image, to: Image, random: RandomSource, partner: Image): number;
}

/** One way of changing images at random. Write your own as an object of this type, beside those in `augmentations`. */
export type Augmentation = ImageAugmentation | MixingAugmentation;
