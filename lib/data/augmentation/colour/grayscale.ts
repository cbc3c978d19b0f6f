import type { ImageAugmentation } from "../augmentation.js";
import { assertColour } from "../support/assert-colour.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";
import { saturate } from "./saturation.js";

/**
 * Without colour: red, green and blue become the grey that looks as bright.
 *
 * @throws UsageError when the probability is no share; when the images have no three channels
 */
export function grayscale(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("grayscale", options, (from, to) => {
    assertColour("grayscale", from);
    saturate(from, to, 0);
  });
}
