import type { UpdateRule } from "./update-rule.js";

/** Settings of {@link momentum}. */
export interface MomentumSettings {
  /** μ, the share of the last velocity that is kept; defaults to 0.9. */
  momentum?: number;
}

/**
 * Descent with momentum: v ← μ v + g, then −η v; Nesterov's form looks ahead, −η (g + μ v).
 *
 * The learning rate stands outside of the velocity, as in PyTorch: when a schedule changes it, the whole velocity
 * changes with it.
 *
 * @see B. Polyak, "Some Methods of Speeding up the Convergence of Iteration Methods" (1964); I. Sutskever et al., "On the
 *   Importance of Initialization and Momentum in Deep Learning" (2013)
 */
export function momentum({ momentum: kept = 0.9 }: MomentumSettings, nesterov: boolean): UpdateRule {
  return {
    slots: [{ name: "velocity", start: 0 }],
    bases: [],
    update(gradient, { learningRate, slots: [before] }) {
      const velocity = before!.mul(kept).add(gradient);
      const direction = nesterov ? velocity.mul(kept).add(gradient) : velocity;
      return { change: direction.mul(learningRate.neg()), slots: [velocity] };
    },
  };
}
