import * as tf from "@tensorflow/tfjs";
import type { UpdateRule } from "./update-rule.js";

/** Settings of {@link adam}. */
export interface AdamSettings {
  /** β₁, the share of the gradients' running mean that is kept; defaults to 0.9. */
  beta1?: number;
  /** β₂, the share of the squared gradients' running mean that is kept; defaults to 0.999. */
  beta2?: number;
  /** ε, added to the root of that mean; defaults to 1e-7. */
  epsilon?: number;
}

/**
 * Adam: −η m̂ / (√v̂ + ε), with m̂ and v̂ the running means of gradient and squared gradient, without their bias
 * towards zero.
 *
 * The same arithmetic in the same order as `tf.train.adam`, to the last bit.
 *
 * @see D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1
 */
export function adam({ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamSettings): UpdateRule {
  return {
    slots: [
      { name: "mean", start: 0 },
      { name: "square", start: 0 },
    ],
    bases: [beta1, beta2],
    update(gradient, { learningRate, slots, powers }) {
      const mean = slots[0]!.mul(beta1).add(gradient.mul(1 - beta1));
      const square = slots[1]!.mul(beta2).add(gradient.square().mul(1 - beta2));
      const unbiasedMean = mean.div(tf.sub(1, powers[0]!));
      const unbiasedSquare = square.div(tf.sub(1, powers[1]!));
      const direction = unbiasedMean.div(unbiasedSquare.sqrt().add(epsilon));
      return { change: direction.mul(learningRate.neg()), slots: [mean, square] };
    },
  };
}
