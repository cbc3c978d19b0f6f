import { scanScore } from "./scan-score.js";
import { type SlicePlace, slicePlace } from "./slice-place.js";
import { type SliceTable, sliceTables } from "./slice-tables.js";
import type { CountedTag, SortedSamples } from "./sort-samples.js";

/** A slice that may be worse than chance makes it. */
export interface CandidateSlice extends SlicePlace {
  readonly samples: number;
  readonly errors: number;
  readonly score: number;
}

/** What a search saw. */
export interface Candidates {
  /** The highest score first. */
  readonly slices: readonly CandidateSlice[];
  /** How many slices of one, two and three tags were large enough to count. */
  readonly tested: readonly number[];
}

/** Of the slices of the same tags, so many that share no sample are kept. */
const perTable = 4;

/** An exact test's chance is below what the scan score suggests, but not by as many nats as this. */
const slack = 5;

/**
 * Counts all slices and keeps those that a test could find worse than the rest: of each combination of tags the best few
 * that do not overlap.
 *
 * @param samples - with losses of 1 for errors
 * @param level - how often any slice may come through where none is worse than the rest, 0…1
 */
export function candidateSlices(
  samples: SortedSamples,
  { degree, minSamples, level }: { degree: number; minSamples: number; level: number },
): Candidates {
  const all = { samples: samples.size, losses: samples.losses.length };
  const tested = new Array<number>(degree).fill(0);
  const slices: CandidateSlice[] = [];
  for (const table of sliceTables(samples, degree)) {
    const order = table.tags.length - 1;
    // Whoever stands out of many must stand out by more: by so many nats as their number has.
    const bar = Math.log(Math.max(1, tested[order]!) / level) - slack;
    const spread = (all.losses * (all.samples - all.losses)) / all.samples;
    const found: { cell: number; score: number }[] = [];
    for (let cell = 0; cell < table.samples.length; cell++) {
      const size = table.samples[cell]!;
      if (size < minSamples || size === all.samples) continue;
      tested[order]!++;
      const excess = table.losses[cell]! - (all.losses * size) / all.samples;
      // Pearson's statistic is never below the scan score, and quicker to come by.
      const pearson = (excess * excess * all.samples) / (spread * size * (1 - size / all.samples));
      if (excess <= 0 || pearson < bar) continue;
      const score = scanScore({ samples: size, losses: table.losses[cell]! }, all);
      if (score >= bar) found.push({ cell, score });
    }
    slices.push(...apart(found, table, samples.tags));
  }
  return { slices: slices.sort((a, b) => b.score - a.score), tested };
}

/** The best of a table's slices that share no sample with a better one. */
function apart(
  found: { cell: number; score: number }[],
  table: SliceTable,
  tags: readonly CountedTag[],
): CandidateSlice[] {
  const kept: CandidateSlice[] = [];
  for (const { cell, score } of found.sort((a, b) => b.score - a.score)) {
    const place = slicePlace(table, cell);
    if (kept.some((other) => overlap(place, other, tags))) continue;
    kept.push({ ...place, samples: table.samples[cell]!, errors: table.losses[cell]!, score });
    if (kept.length === perTable) break;
  }
  return kept;
}

/** Whether two slices of the same tags may share a sample. */
function overlap(one: SlicePlace, other: SlicePlace, tags: readonly CountedTag[]): boolean {
  return one.tags.every((tag, i) => {
    const [a, b] = [tags[tag]!.ranges[one.ranges[i]!]!, tags[tag]!.ranges[other.ranges[i]!]!];
    return a.first <= b.last && b.first <= a.last;
  });
}
