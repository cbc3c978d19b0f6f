import type { UpdateRule } from "./update-rule.js";

/** Stochastic gradient descent: −η g. */
export const sgd: UpdateRule = {
  slots: [],
  bases: [],
  update: (gradient, { learningRate }) => ({ change: gradient.mul(learningRate.neg()), slots: [] }),
};
