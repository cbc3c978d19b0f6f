import { type Finding, randomSource } from "../../core/index.js";
import type { Case } from "../program/case.js";
import { labelsMisaligned, unrelatedLabels } from "../wording/data.js";
import { bestShift } from "./best-shift.js";
import { type Check, NotRun, skipWhenExplained } from "./check.js";
import { type NearestPairs, nearestPairs } from "./nearest-pairs.js";

/** Fewer samples have too few look-alikes to tell anything. */
const fewestSamples = 100;

/** Samples times pairs: every shift looks at every pair, and this many looks take a second or two. */
const mostLooks = 4e7;

/**
 * Standard deviations that the best of all orders must reach. One in 10,000 by chance over 4 × 60,000 orders is 6.1
 * (Bonferroni); a little more, because pairs share samples and are not independent.
 */
const significance = 7;

/** Look-alikes must agree this much more often, too: significance alone comes with many samples. */
const leastGain = 0.1;

/** Labels that repeat the one before them this much more often than by chance come in runs. */
const runs = 0.1;

/** Labels with no relation to the samples are only spoken of with this many pairs and classes … */
const fewestPairs = 500;
const manyClasses = 5;

/** … and where nearest neighbours are this much closer than any two samples. */
const lookAlike = 0.75;

/** Numbers become this many classes of equal size, so that look-alikes can agree on them. */
const bins = 6;

/** Whether the labels belong to the samples beside them: only evidence that they would fit better elsewhere counts. */
export const alignment: Check = {
  name: "alignment of labels and samples, over every shift and in reverse",
  async run(patient, earlier) {
    skipWhenExplained(earlier, ["non-finite-data", "constant-input", "shape-mismatch"]);
    const { samples, seed } = patient;
    const labels = asClasses(patient);
    if (samples < fewestSamples)
      throw new NotRun(`${samples} samples are too few; it needs ${fewestSamples}`);
    if (new Set(labels).size < 2) throw new NotRun("there is one label only");
    const chance = chanceOfTwo(labels);
    // Within a run a moved label agrees with its neighbours whether it belongs there or not.
    if (comeInRuns(labels, chance))
      throw new NotRun("the labels come in runs of the same value; shuffle x and y together");

    const queries = Math.min(2000, Math.ceil(mostLooks / samples));
    const pairs = await nearestPairs(patient.x, randomSource(seed, "doctor", "alignment"), { queries });
    const found = bestShift(labels, pairs);
    if (found.z > significance && found.better - found.agreement > leastGain)
      return [labelsMisaligned({ ...found, chance })];
    return patient.task === "multiclass" ? unrelated(labels, chance, pairs) : [];
  },
};

/**
 * Samples that have look-alikes and never share their label with them: shuffled apart. Only said of many classes; a
 * yes-or-no question may hang on a few pixels.
 */
function unrelated(
  labels: Int32Array,
  chance: number,
  { first, second, closeness }: NearestPairs,
): Finding[] {
  if (first.length < fewestPairs || closeness > lookAlike || new Set(labels).size < manyClasses) return [];
  const agreement = shareEqual(labels, first, second);
  const spread = Math.sqrt((chance * (1 - chance)) / first.length);
  return agreement < chance + 3 * spread ? [unrelatedLabels({ agreement, chance, pairs: first.length })] : [];
}

function comeInRuns(labels: Int32Array, chance: number): boolean {
  const rows = Uint32Array.from({ length: labels.length - 1 }, (_, i) => i);
  return (
    shareEqual(
      labels,
      rows,
      rows.map((i) => i + 1),
    ) >
    chance + runs
  );
}

function shareEqual(labels: Int32Array, first: Uint32Array, second: Uint32Array): number {
  return first.reduce((sum, row, i) => sum + Number(labels[row] === labels[second[i]!]), 0) / first.length;
}

/** How often two samples drawn at random share their label. */
function chanceOfTwo(labels: Int32Array): number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count / labels.length) ** 2, 0);
}

/** One class a sample, whatever the labels are: rows with a class, or numbers that are of like size. */
function asClasses({ labels, samples }: Case): Int32Array {
  const { values, columns, classes } = labels;
  if (classes !== undefined && columns > 1) return classes;
  if (columns === 1) {
    const distinct = [...new Set(Array.from(values))];
    if (distinct.length <= 2 * bins || (classes !== undefined && distinct.length < samples / 10))
      return Int32Array.from(values, (value) => distinct.indexOf(value));
  }
  const first = Float64Array.from({ length: samples }, (_, row) => values[row * columns]!);
  const sorted = first.slice().sort();
  const limits = Array.from({ length: bins - 1 }, (_, i) => sorted[Math.floor(((i + 1) * samples) / bins)]!);
  return Int32Array.from(first, (value) => limits.filter((limit) => value >= limit).length);
}
