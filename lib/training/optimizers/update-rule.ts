import type * as tf from "@tensorflow/tfjs";

/** What a rule remembers of each weight, in a tensor of the weight's shape. */
export interface Slot {
  readonly name: string;
  /** What it holds before the first update. */
  readonly start: number;
}

/** What an update starts from, besides the gradient. */
export interface UpdateContext {
  /** A scalar, shape []. */
  readonly learningRate: tf.Tensor;
  /** The rule's slots, in its order, each of the gradient's shape. */
  readonly slots: readonly tf.Tensor[];
  /** The rule's bases, each to the power of the update's number (1 for the first); scalars, shape []. */
  readonly powers: readonly tf.Tensor[];
}

/**
 * How a gradient becomes a change of its weight: arithmetic element by element, without a state of its own.
 *
 * As nothing in it looks at a whole tensor, it holds for one weight alone and for all of them joined in one row.
 */
export interface UpdateRule {
  readonly slots: readonly Slot[];
  /** Numbers whose running powers the rule needs, as Adam needs β₁ᵗ. */
  readonly bases: readonly number[];
  /** What is added to the weight, and the slots' new values. */
  update(
    gradient: tf.Tensor,
    context: UpdateContext,
  ): { readonly change: tf.Tensor; readonly slots: readonly tf.Tensor[] };
}
