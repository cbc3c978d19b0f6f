import type { Observations } from "./likelihood.js";

/** At most `limit` of the samples: those of the best values, and of the others as many, evenly over the order they came in. */
export function telling(
  observations: Observations,
  values: Float64Array,
  limit: number,
): { observations: Observations; values: Float64Array } {
  const { points, samples, axes } = observations;
  if (samples <= limit) return { observations, values };
  const byValue = Array.from({ length: samples }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const best = byValue.slice(0, limit / 2);
  const others = byValue.slice(limit / 2).sort((a, b) => a - b);
  const spread = Array.from(best, (_, i) => others[Math.floor((i * others.length) / best.length)]!);
  const rows = [...best, ...spread].sort((a, b) => a - b);
  return {
    observations: {
      ...observations,
      points: Float64Array.from(rows.flatMap((row) => [...points.subarray(row * axes, (row + 1) * axes)])),
      samples: rows.length,
    },
    values: Float64Array.from(rows, (row) => values[row]!),
  };
}
