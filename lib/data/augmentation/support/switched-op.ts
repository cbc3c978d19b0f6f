import { checkOptions } from "../../../core/index.js";
import { checkRate } from "../../check-values.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "./image.js";

/** Options of the ops that have no strength: they happen or they do not. */
export interface SwitchOptions {
  /** Share of the images that are changed, 0 … 1; defaults to 0.5. */
  probability?: number;
}

/** An op without a strength, from what it does to an image. */
export function switchedOp(
  name: string,
  options: SwitchOptions,
  change: (from: Image, to: Image) => void,
): ImageAugmentation {
  checkOptions(name, options, ["probability"]);
  const { probability = 0.5 } = options;
  checkRate(`${name}.probability`, probability);
  return {
    name,
    labels: "kept",
    settings: { probability },
    apply(from, to, random) {
      if (probability === 1 || random() < probability) change(from, to);
      else copyImage(from, to);
    },
  };
}
