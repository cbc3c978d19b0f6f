import type { ObservedValues } from "../samplers/observed-values.js";

/** Every second trial: what they alone would have decided is held against the others. */
export function halfOf({ trials, values }: ObservedValues, side: number): ObservedValues {
  return {
    trials: trials.filter((_, i) => i % 2 === side),
    values: values.filter((_, i) => i % 2 === side),
  };
}

/** The places of the best trials, three at least; of a tenth, if not told otherwise. */
export function bestOf({ values }: ObservedValues, share = 0.1): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  return order.slice(0, Math.max(3, Math.round(share * order.length)));
}
