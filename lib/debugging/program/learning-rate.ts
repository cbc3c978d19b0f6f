import type * as tf from "@tensorflow/tfjs";

/** The learning rate an optimizer works with, or undefined where it does not say. */
export function learningRateOf(optimizer: tf.Optimizer): number | undefined {
  const rate = (optimizer as unknown as { learningRate?: unknown }).learningRate;
  return typeof rate === "number" ? rate : undefined;
}

/** Sets it in place; false where the optimizer has none to set. */
export function setLearningRate(optimizer: tf.Optimizer, rate: number): boolean {
  if (learningRateOf(optimizer) === undefined) return false;
  const settable = optimizer as unknown as { learningRate: number; setLearningRate?: (rate: number) => void };
  // SGD keeps a scalar tensor of the rate, which only its own setter renews.
  if (typeof settable.setLearningRate === "function") settable.setLearningRate(rate);
  else settable.learningRate = rate;
  return true;
}
