import { checkOptions, type PredictionLog, UsageError } from "../../core/index.js";

/** Options for {@link tagShifts}. */
export interface TagShiftsOptions {
  /** How often any tag may be called shifted where none is, between 0 and 1; defaults to 0.05. */
  level?: number;
}

/** How differently a tag is distributed in two sets. */
export interface TagShift {
  readonly tag: string;
  /** Kolmogorov and Smirnov's distance: the largest gap between the two shares of samples up to a value, 0…1. */
  readonly distance: number;
  /** The chance of such a distance where the distributions are the same, times the tags that were tried (Holm). */
  readonly pValue: number;
  readonly shifted: boolean;
}

/**
 * Which tags are distributed differently in two sets, the most different first: a test of covariate shift that needs no
 * classifier. Tags with few values are tested too carefully rather than too boldly.
 *
 * @throws UsageError where the sets share no tag, one is empty, or the level is none
 * @see A. Kolmogorov (1933) and N. Smirnov (1948); S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure"
 *   (1979); SciPy, `kstwobign`
 * @example
 * const set = (from: number) => ({ tags: { night: Float32Array.from({ length: 100 }, (_, i) => i + from) } });
 * const [night] = tagShifts(set(0), set(50));
 * [night.tag, night.distance, night.shifted]; // ["night", 0.5, true]
 */
export function tagShifts(
  source: Pick<PredictionLog, "tags">,
  target: Pick<PredictionLog, "tags">,
  options: TagShiftsOptions = {},
): TagShift[] {
  checkOptions("tagShifts", options, ["level"]);
  const { level = 0.05 } = options;
  const shared = Object.keys(source.tags).filter((name) => name in target.tags);
  if (!(level > 0 && level < 1) || shared.length === 0)
    throw new UsageError({
      got:
        shared.length === 0 ? "tagShifts got two sets that share no tag." : `tagShifts got level = ${level}.`,
      expected: "a tag that both sets have, and a level between 0 and 1.",
      fix: "log the same tags for both, and pass { level: 0.05 } or leave it out.",
    });
  const tested = shared.map((tag) => ({ tag, ...compare(tag, source.tags[tag]!, target.tags[tag]!) }));
  tested.sort((a, b) => a.chance - b.chance || b.distance - a.distance);
  let most = 0;
  return tested.map(({ tag, distance, chance }, rank) => {
    most = Math.min(1, Math.max(most, chance * (tested.length - rank)));
    return { tag, distance, pValue: most, shifted: most <= level };
  });
}

/** Missing values stand above all others. */
function compare(
  tag: string,
  first: Float32Array,
  second: Float32Array,
): { distance: number; chance: number } {
  const [a, b] = [first, second].map((column) =>
    Float64Array.from(column, (value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value)).sort(),
  ) as [Float64Array, Float64Array];
  if (a.length === 0 || b.length === 0)
    throw new UsageError({
      got: `tagShifts got no samples with the tag "${tag}".`,
      expected: "one sample or more on each side.",
      fix: "pass logs that are not empty.",
    });
  let [i, j, distance] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! === value) i++;
    while (j < b.length && b[j]! === value) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return {
    distance,
    chance: kolmogorovTail(distance * Math.sqrt((a.length * b.length) / (a.length + b.length))),
  };
}

/** The chance of a scaled distance above this, of large sets. */
function kolmogorovTail(scaled: number): number {
  if (scaled < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * scaled * scaled);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-18) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
