import { decomposeError } from "../../lib/decomposition/index.js";

const counts = (errors: number) => ({ errors, samples: 1000 });

/** Bias dominates, the shift is negative, and validation overfitting cannot be told from 0. */
export const mixed = decomposeError({
  irreducible: 0.01,
  train: counts(200),
  trainVal: counts(270),
  testVal: counts(230),
  test: counts(240),
});

/** The published waterfall, as rates without counts. */
export const published = decomposeError({
  irreducible: 0.25,
  train: 0.27,
  trainVal: 0.29,
  testVal: 0.32,
  test: 0.34,
});
