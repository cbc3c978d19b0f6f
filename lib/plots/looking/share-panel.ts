import type { Dataset } from "../../core/index.js";
import { type TagBin, tagBins } from "./tag-bins.js";

/** A data set in its parts, by name. */
export type Splits = Readonly<Record<string, Dataset>>;

/** How each split's samples are shared out among some groups. */
export interface SharePanel {
  readonly name: string;
  /** The groups, in order. */
  readonly groups: readonly string[];
  readonly splits: readonly {
    readonly name: string;
    /** Samples in each group. */
    readonly counts: readonly number[];
    readonly samples: number;
  }[];
}

/** The samples of each split by class. */
export function classPanel(splits: Splits): SharePanel {
  const { classes } = Object.values(splits)[0]!;
  return {
    name: "class",
    groups: classes,
    splits: Object.entries(splits).map(([name, { labels, size }]) => {
      const counts = new Array<number>(classes.length).fill(0);
      for (const label of labels) counts[label]!++;
      return { name, counts, samples: size };
    }),
  };
}

/** The samples of each split by the values of a tag; the same ranges for all. */
export function tagPanel(splits: Splits, tag: string): SharePanel {
  const all = Object.values(splits).flatMap(({ tags }) => Array.from(tags[tag] ?? []));
  const bins = tagBins(all);
  return {
    name: tag,
    groups: bins.map(({ label }) => label),
    splits: Object.entries(splits).map(([name, { tags, size }]) => ({
      ...{ name, samples: size },
      counts: countIn(bins, tags[tag] ?? []),
    })),
  };
}

function countIn(bins: readonly TagBin[], values: ArrayLike<number>): number[] {
  const counts = new Array<number>(bins.length).fill(0);
  for (let i = 0; i < values.length; i++) counts[bins.findIndex(({ contains }) => contains(values[i]!))]!++;
  return counts;
}

/** What the splits of a panel differ in. */
export interface SplitDifference {
  /** Half the sum of the differences between the shares: 0 where they are alike, 1 where they have nothing in common. */
  readonly distance: number;
  readonly first: string;
  readonly second: string;
  /** The group whose share differs most, and its share in either. */
  readonly group: string;
  readonly shares: readonly [number, number];
}

/**
 * The two splits that differ most, where that is more than chance; undefined otherwise.
 *
 * "More than chance" is a χ² of the two rows of counts five standard deviations above its mean.
 */
export function largestDifference({ groups, splits }: SharePanel): SplitDifference | undefined {
  let largest: SplitDifference | undefined;
  for (const [i, first] of splits.entries())
    for (const second of splits.slice(i + 1)) {
      const shares = groups.map((_, k) => [
        first.counts[k]! / first.samples,
        second.counts[k]! / second.samples,
      ]);
      const gaps = shares.map(([a, b]) => Math.abs(a! - b!));
      const distance = gaps.reduce((sum, gap) => sum + gap, 0) / 2;
      if (distance <= (largest?.distance ?? 0) || !isMoreThanChance(first.counts, second.counts)) continue;
      const k = gaps.indexOf(Math.max(...gaps));
      largest = {
        ...{ distance, first: first.name, second: second.name, group: groups[k]! },
        shares: [shares[k]![0]!, shares[k]![1]!],
      };
    }
  return largest;
}

function isMoreThanChance(a: readonly number[], b: readonly number[]): boolean {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const [rowA, rowB] = [sum(a), sum(b)];
  let chi2 = 0;
  let freedom = -1;
  for (const [k, count] of a.entries()) {
    const both = count + b[k]!;
    if (both === 0) continue;
    freedom++;
    for (const [observed, row] of [
      [count, rowA],
      [b[k]!, rowB],
    ] as const) {
      const expected = (both * row) / (rowA + rowB);
      chi2 += (observed - expected) ** 2 / expected;
    }
  }
  return freedom > 0 && chi2 > freedom + 5 * Math.sqrt(2 * freedom);
}
