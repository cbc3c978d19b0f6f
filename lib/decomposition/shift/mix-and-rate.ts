import {
  checkOptions,
  formatPercent,
  type Interval,
  type IntervalOptions,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";

/** Counts of one slice on both sides of a shift. */
export interface SliceCounts {
  readonly name: string;
  readonly source: { readonly samples: number; readonly errors: number };
  readonly target: { readonly samples: number; readonly errors: number };
}

/** What one slice adds to the shift. */
export interface SliceShift {
  readonly name: string;
  /** By being more or less frequent. */
  readonly mix: number;
  /** By being harder or easier. */
  readonly rate: number;
}

/** The change of an error rate in two parts that add up to it. */
export interface MixAndRate {
  /** From other shares of the slices: more of the difficult ones, for instance. */
  readonly mix: Interval;
  /** From the same slices being more difficult. */
  readonly rate: Interval;
  /** The whole change. */
  readonly total: Interval;
  /** The same for each slice; they add up to both parts. */
  readonly slices: readonly SliceShift[];
  /** What the numbers say, in a sentence. */
  readonly reading: string;
}

/**
 * Takes a distribution shift apart: is there more of what was always difficult, or has the same become more difficult?
 * A slice that only one side has counts with its own error rate on both, so it changes the mix alone.
 *
 * Intervals are by the delta method, with half an error more of each kind, so that no errors do not count as certainty.
 *
 * @param slices - counts that cover each side wholly and once
 * @throws UsageError for no slices, counts that are none, an empty side, or options that are none
 * @see E. Kitagawa, "Components of a Difference Between Two Rates" (1955)
 * @example
 * const { mix, rate } = mixAndRate([
 *   { name: "day", source: { samples: 90, errors: 9 }, target: { samples: 50, errors: 5 } },
 *   { name: "night", source: { samples: 10, errors: 3 }, target: { samples: 50, errors: 25 } },
 * ]);
 * [mix.estimate, rate.estimate].map((part) => part.toFixed(3)); // ["0.120", "0.060"]
 */
export function mixAndRate(slices: readonly SliceCounts[], options: IntervalOptions = {}): MixAndRate {
  checkOptions("mixAndRate", options, ["confidence"]);
  const z = twoSidedQuantile(options.confidence ?? 0.95);
  assertCounts(slices);
  const sides = { source: sizeOf(slices, "source"), target: sizeOf(slices, "target") };
  const cells = slices.map(({ name, source, target }): Cell => {
    const w = [source.samples / sides.source, target.samples / sides.target] as const;
    const own = [source.errors / source.samples, target.errors / target.samples] as const;
    const e = [source.samples > 0 ? own[0] : own[1], target.samples > 0 ? own[1] : own[0]] as const;
    const smooth = [softened(source), softened(target)] as const;
    return { name, w, e: [e[0] || 0, e[1] || 0], smooth };
  });
  const parts = cells.map(({ name, w, e }) => ({
    name,
    mix: ((w[1] - w[0]) * (e[0] + e[1])) / 2,
    rate: ((e[1] - e[0]) * (w[0] + w[1])) / 2,
  }));
  const interval = (key: "mix" | "rate" | "total"): Interval => {
    const estimate = parts.reduce((sum, { mix, rate }) => sum + { mix, rate, total: mix + rate }[key], 0);
    const variance = varianceOf(cells, key, 0) / sides.source + varianceOf(cells, key, 1) / sides.target;
    const reach = z * Math.sqrt(variance);
    return { estimate, low: estimate - reach, high: estimate + reach };
  };
  const [mix, rate, total] = [interval("mix"), interval("rate"), interval("total")];
  return { mix, rate, total, slices: parts, reading: reading({ mix, rate, total }) };
}

interface Cell {
  readonly name: string;
  /** Shares of the samples, before and after. */
  readonly w: readonly [number, number];
  /** Error rates, before and after. */
  readonly e: readonly [number, number];
  /** Error rates that are never 0 or 1. */
  readonly smooth: readonly [number, number];
}

const softened = ({ samples, errors }: { samples: number; errors: number }) => (errors + 0.5) / (samples + 1);

/** The variance that one sample of a side brings, from how a part moves with its slice and with whether it is wrong. */
function varianceOf(cells: readonly Cell[], part: "mix" | "rate" | "total", side: 0 | 1): number {
  const sign = side === 0 ? -1 : 1;
  let [mean, square] = [0, 0];
  for (const { w, e, smooth } of cells) {
    if (w[side] === 0) continue;
    // The part's slopes in this side's share and in its error rate.
    const mix = { share: (sign * (e[0] + e[1])) / 2, error: (w[1] - w[0]) / 2 };
    const rate = { share: (e[1] - e[0]) / 2, error: (sign * (w[0] + w[1])) / 2 };
    const total = { share: mix.share + rate.share, error: mix.error + rate.error };
    const slope = { mix, rate, total }[part];
    for (const wrong of [0, 1]) {
      const chance = w[side] * (wrong === 1 ? smooth[side] : 1 - smooth[side]);
      const pull = slope.share + (slope.error * (wrong - smooth[side])) / w[side];
      mean += chance * pull;
      square += chance * pull * pull;
    }
  }
  return Math.max(0, square - mean * mean);
}

function sizeOf(slices: readonly SliceCounts[], side: "source" | "target"): number {
  return slices.reduce((sum, slice) => sum + slice[side].samples, 0);
}

function assertCounts(slices: readonly SliceCounts[]): void {
  const fail = (got: string): never => {
    throw new UsageError({
      got,
      expected: "slices with whole counts, 0 ≤ errors ≤ samples, that hold samples on both sides.",
      fix: 'pass [{ name: "day", source: { samples: 90, errors: 9 }, target: { samples: 50, errors: 5 } }].',
    });
  };
  for (const { name, ...sides } of slices)
    for (const [side, { samples, errors }] of Object.entries(sides))
      if (!(Number.isInteger(samples) && Number.isInteger(errors) && errors >= 0 && errors <= samples))
        fail(`mixAndRate got ${errors} errors in ${samples} samples as ${side} of "${name}".`);
  for (const side of ["source", "target"] as const)
    if (sizeOf(slices, side) === 0) fail(`mixAndRate got no samples as ${side}.`);
}

function reading({ mix, rate, total }: { mix: Interval; rate: Interval; total: Interval }): string {
  const scale = Math.max(Math.abs(mix.estimate), Math.abs(rate.estimate));
  const say = ({ estimate, low, high }: Interval) =>
    `${formatPercent(estimate, scale)} points (${formatPercent(low, scale)} to ${formatPercent(high, scale)})`;
  return `Of a shift of ${say(total)}, ${say(mix)} come from other shares of the slices and ${say(rate)} from the slices being harder or easier.`;
}
