import type { Finding } from "../../core/index.js";
import { layersOf } from "../program/layers-of.js";
import { dropsNearlyAll } from "../wording/one-batch.js";
import type { Check } from "./check.js";

/**
 * From here on one activation in ten or fewer gets through. Srivastava et al. found rates of 0.2 to 0.5 to help, and
 * errors to rise steeply above 0.8.
 */
const highest = 0.9;

/**
 * Dropout rates, as the layers state them: with a rate near 1 the training is so noisy that whether one batch is
 * learnt is a matter of luck, so the rate itself is looked at.
 *
 * @see N. Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (2014), figure 9
 */
export const dropoutRate: Check = {
  name: "dropout leaves enough to learn from",
  async run({ model }): Promise<Finding[]> {
    return layersOf(model).flatMap((layer) => {
      const { rate, dropout, recurrentDropout } = layer.getConfig() as Record<string, unknown>;
      const rates = [layer.getClassName().endsWith("Dropout") ? rate : undefined, dropout, recurrentDropout];
      const worst = Math.max(0, ...rates.filter((value) => typeof value === "number"));
      return worst >= highest ? [dropsNearlyAll({ layer: layer.name, rate: worst })] : [];
    });
  },
};
