import type { Contributions } from "./estimate-over-samples.js";

/** The parts of a loss that is a sum of three. */
export type LossPart = "loss" | "noise" | "bias" | "variance";

/** What each sample adds to the parts of a loss: nothing yet. */
export const noLossParts = (samples: number): { [Part in keyof Contributions<LossPart>]: Float64Array } => ({
  loss: new Float64Array(samples),
  noise: new Float64Array(samples),
  bias: new Float64Array(samples),
  variance: new Float64Array(samples),
});
