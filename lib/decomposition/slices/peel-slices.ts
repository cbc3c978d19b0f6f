import type { CandidateSlice, Candidates } from "./candidate-slices.js";
import { logHypergeometricTail } from "./hypergeometric-tail.js";
import { countInAll, type RowSet, removeAll, rowSets } from "./row-sets.js";
import { scanScore } from "./scan-score.js";
import type { SortedSamples } from "./sort-samples.js";

/** A slice that is worse than the rest even without the samples of those found before it. */
export interface PeeledSlice extends CandidateSlice {
  /** Fisher's exact chance of so many errors, times the number of slices that it was picked from, at most 1. */
  readonly adjusted: number;
}

/**
 * Picks slices one after the other: the one that stands out most, then the one that stands out most among the samples
 * that are left, and so on. What is only another description of a slice found before has nothing left to stand out by.
 *
 * @param count - how many at most
 * @param level - the share of false discoveries to put up with, 0…1
 * @see Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate" (1995); each degree has an equal share of the
 *   level, so that single tags do not pay for the number of triples
 */
export function peelSlices(
  samples: SortedSamples,
  { slices, tested }: Candidates,
  { count, level, minSamples }: { count: number; level: number; minSamples: number },
): PeeledSlice[] {
  const sets = rowSets(samples);
  const left = sets.all.slice();
  const pickedFrom = ({ tags }: CandidateSlice) => tested.length * tested[tags.length - 1]!;
  const countLeft = (rows: readonly RowSet[]): Counts => {
    const losses = countInAll([left, ...rows], 0, sets.lossyWords);
    return { losses, samples: losses + countInAll([left, ...rows], sets.lossyWords, left.length) };
  };
  const found: PeeledSlice[] = [];
  let waiting: readonly CandidateSlice[] = slices;
  // Benjamini and Hochberg step up: a weak one may be carried by those after it.
  let passed = 0;
  while (found.length < count) {
    const all = countLeft([]);
    let best: { slice: CandidateSlice; now: Counts; score: number } | undefined;
    for (const slice of waiting) {
      const penalty = Math.log(pickedFrom(slice));
      // At least half of a slice must be news.
      const least = Math.max(minSamples, slice.samples / 2);
      const rows = sets.of(slice);
      const losses = countInAll([left, ...rows], 0, sets.lossyWords);
      const most = scanScore({ samples: Math.max(least, losses), losses }, all) - penalty;
      if (most <= (best?.score ?? -penalty)) continue;
      const now = countLeft(rows);
      const score = scanScore(now, all) - penalty;
      if (now.samples >= least && score > (best?.score ?? -penalty)) best = { slice, now, score };
    }
    if (best === undefined) break;
    const { slice, now } = best;
    const draw = { samples: all.samples, marked: all.losses, drawn: now.samples, hits: now.losses };
    const chance = logHypergeometricTail(draw) + Math.log(pickedFrom(slice));
    const adjusted = Math.min(1, Math.exp(chance));
    found.push({ ...slice, adjusted });
    if (adjusted <= level * found.length) passed = found.length;
    if (adjusted > level * count) break;
    removeAll(left, sets.of(slice));
    waiting = waiting.filter((other) => other !== slice);
  }
  return found.slice(0, passed);
}

interface Counts {
  readonly samples: number;
  readonly losses: number;
}
