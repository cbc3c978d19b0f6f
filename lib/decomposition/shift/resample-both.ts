import { integerBelow, quantile, randomSource } from "../../core/index.js";

/** Options for {@link resampleBoth}. */
export interface ResampleBothOptions {
  confidence: number;
  resamples: number;
  seed: number;
}

/** Rows of a set, some of them twice. */
export type Rows = Uint32Array;

/** The percentile bootstrap of two sets, each drawn anew from itself: where the middle of each statistic lies. */
export function resampleBoth(
  sizes: readonly [number, number],
  statistics: (first: Rows, second: Rows) => readonly number[] | undefined,
  { confidence, resamples, seed }: ResampleBothOptions,
): { low: number; high: number }[] {
  const random = randomSource(seed, "resample both");
  const draw = (size: number): Rows => Uint32Array.from({ length: size }, () => integerBelow(size, random));
  const drawn = Array.from({ length: resamples }, () => statistics(draw(sizes[0]), draw(sizes[1]))).filter(
    (values) => values !== undefined,
  );
  const tail = (1 - confidence) / 2;
  return (drawn[0] ?? []).map((_, k) => {
    const sorted = drawn.map((values) => values[k]!).sort((a, b) => a - b);
    return { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
  });
}
