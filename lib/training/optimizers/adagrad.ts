import type { UpdateRule } from "./update-rule.js";

/** Settings of {@link adagrad}. */
export interface AdagradSettings {
  /** What the sum of squared gradients starts from; defaults to 0.1, as in TensorFlow. */
  initialAccumulator?: number;
  /** ε, added to that sum under the root; defaults to 1e-7. */
  epsilon?: number;
}

/**
 * Adagrad: −η g / √(s + ε), with s the sum of all squared gradients so far; ε under the root, as in Keras.
 *
 * @see J. Duchi, E. Hazan and Y. Singer, "Adaptive Subgradient Methods for Online Learning" (2011)
 */
export function adagrad({ initialAccumulator = 0.1, epsilon = 1e-7 }: AdagradSettings): UpdateRule {
  return {
    slots: [{ name: "sum", start: initialAccumulator }],
    bases: [],
    update(gradient, { learningRate, slots: [before] }) {
      const sum = before!.add(gradient.square());
      return { change: gradient.div(sum.add(epsilon).sqrt()).mul(learningRate.neg()), slots: [sum] };
    },
  };
}
