import type { UpdateRule } from "./update-rule.js";

/** Settings of {@link rmsProp}. */
export interface RmsPropSettings {
  /** The share of the squared gradients' running mean that is kept; defaults to 0.9. */
  decay?: number;
  /** ε, added to that mean under the root; defaults to 1e-7. */
  epsilon?: number;
}

/**
 * RMSProp: −η g / √(v + ε), with v the running mean of the squared gradient; ε under the root, as in Keras.
 *
 * @see T. Tieleman and G. Hinton, "Neural Networks for Machine Learning" (2012), lecture 6.5
 */
export function rmsProp({ decay = 0.9, epsilon = 1e-7 }: RmsPropSettings): UpdateRule {
  return {
    slots: [{ name: "square", start: 0 }],
    bases: [],
    update(gradient, { learningRate, slots: [before] }) {
      const square = before!.mul(decay).add(gradient.square().mul(1 - decay));
      return {
        change: gradient.div(square.add(epsilon).sqrt()).mul(learningRate.neg()),
        slots: [square],
      };
    },
  };
}
