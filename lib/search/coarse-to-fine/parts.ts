import type { ObservedValues } from "../samplers/observed-values.js";

/** Every second trial: what they alone would have decided is held against the others. */
export function halfOf({ trials, values }: ObservedValues, side: number): ObservedValues {
  return {
    trials: trials.filter((_, i) => i % 2 === side),
    values: values.filter((_, i) => i % 2 === side),
  };
}

/** The places of the best tenth of the trials, three at least. */
export function bestOf({ values }: ObservedValues): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  return order.slice(0, Math.max(3, Math.round(order.length / 10)));
}
