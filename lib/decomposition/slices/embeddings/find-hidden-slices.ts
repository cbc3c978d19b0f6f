import {
  checkOptions,
  formatPercent,
  type Interval,
  newcombeInterval,
  type PredictionLog,
  permutation,
  randomSource,
  UsageError,
  wilsonInterval,
} from "../../../core/index.js";
import { assertPredictionLog } from "../../logs/assert-prediction-log.js";
import { wrongRows } from "../../logs/wrong-rows.js";
import { logHypergeometricTail } from "../hypergeometric-tail.js";
import { assertEmbeddings, type Embeddings } from "./embeddings.js";
import { type HiddenCandidate, hiddenCandidates } from "./hidden-candidates.js";

/** Options for {@link findHiddenSlices}. */
export interface FindHiddenSlicesOptions {
  /** How many slices at most; defaults to 5. */
  count?: number;
  /** The share of false discoveries to put up with, between 0 and 1; defaults to 0.05. */
  falseDiscoveries?: number;
  /** How often the intervals hold, between 0 and 1; defaults to 0.95. */
  confidence?: number;
  /** Which half is searched, and where the search begins; defaults to 0. */
  seed?: number;
}

/** A slice that no tag names. */
export interface HiddenSlice {
  /** Its samples in both halves, the most typical first: look at a dozen of them to see what they have in common. */
  readonly rows: Uint32Array;
  /** Its samples in the half that was not searched; errors and intervals are of these. */
  readonly samples: number;
  readonly errors: number;
  readonly error: Interval;
  /** By how much the error rate of all samples falls when the slice does no worse than the rest: 0.01 is one point. */
  readonly recoverable: Interval;
  /** The chance of so many errors, times the number of candidates, were it no worse than the rest. */
  readonly pValue: number;
}

/** What `findHiddenSlices` found, the surest first. */
export interface HiddenSliceReport {
  readonly slices: readonly HiddenSlice[];
  /** How many candidates were tested. */
  readonly tested: number;
  /** What was found, in a sentence. */
  readonly reading: string;
}

/**
 * Slices where no tag is given: regions of the model's embeddings where its errors gather. They are searched in one half
 * of the samples and tested in the other, so that chance and intervals are honest.
 *
 * @param embeddings - one row per sample, such as the activations before the last layer
 * @throws UsageError for a faulty log, embeddings of other samples or that are no numbers, and options that are none
 * @see S. Eyuboglu et al., "Domino: Discovering Systematic Errors with Cross-Modal Embeddings" (2022), on error-aware
 *   groups; here, honest halves in place of a mixture
 */
export function findHiddenSlices(
  log: PredictionLog,
  embeddings: Embeddings,
  options: FindHiddenSlicesOptions = {},
): HiddenSliceReport {
  checkOptions("findHiddenSlices", options, ["count", "falseDiscoveries", "confidence", "seed"]);
  const { count = 5, falseDiscoveries: level = 0.05, confidence = 0.95, seed = 0 } = options;
  if (!(Number.isInteger(count) && count > 0 && level > 0 && level < 1))
    throw new UsageError({
      got: `findHiddenSlices got { count: ${count}, falseDiscoveries: ${level} }.`,
      expected: "a whole number of slices, and a share between 0 and 1.",
      fix: "pass { count: 5, falseDiscoveries: 0.05 }, or leave them out.",
    });
  assertPredictionLog(log, log.split);
  const size = log.labels.length;
  assertEmbeddings("findHiddenSlices", embeddings, size);
  const wrong = wrongRows(log);
  const order = permutation(size, randomSource(seed, "halves"));
  const [searched, held] = [order.subarray(0, size >> 1), order.subarray(size >> 1)];
  const minSamples = Math.max(20, Math.round(searched.length / 200));
  const candidates = hiddenCandidates(log, embeddings, wrong, { rows: searched, seed, minSamples });
  const all = countIn(held, wrong, () => true);
  const tested = candidates
    .map((candidate) => ({ candidate, ...countIn(held, wrong, memberOf(candidate)) }))
    .filter(({ samples }) => samples > 0)
    .map((each) => {
      const draw = { samples: all.samples, marked: all.errors, drawn: each.samples, hits: each.errors };
      return { ...each, pValue: Math.min(1, Math.exp(logHypergeometricTail(draw)) * candidates.length) };
    })
    .sort((a, b) => a.pValue - b.pValue);
  const kept = distinct(tested, held).slice(0, count);
  const passed = kept.findLastIndex(({ pValue }, i) => pValue <= level * (i + 1)) + 1;
  const slices = kept.slice(0, passed).map(({ candidate, samples, errors, pValue }) => ({
    ...{ rows: membersOf(candidate), samples, errors, pValue },
    error: wilsonInterval(errors, samples, { confidence }),
    recoverable: recoverable({ samples, errors }, all, confidence),
  }));
  return { slices, tested: candidates.length, reading: reading(slices, candidates.length) };
}

interface Counted {
  readonly samples: number;
  readonly errors: number;
}

const memberOf =
  ({ scores, threshold }: HiddenCandidate) =>
  (row: number): boolean =>
    scores[row]! >= threshold;

function membersOf(candidate: HiddenCandidate): Uint32Array {
  const rows = Uint32Array.from(candidate.scores.keys()).filter(memberOf(candidate));
  return rows.sort((a, b) => candidate.scores[b]! - candidate.scores[a]!);
}

function countIn(rows: Uint32Array, wrong: Uint8Array, isIn: (row: number) => boolean): Counted {
  let [samples, errors] = [0, 0];
  for (const row of rows) {
    if (!isIn(row)) continue;
    samples++;
    errors += wrong[row]!;
  }
  return { samples, errors };
}

/** Leaves out what is half in a slice that is surer. */
function distinct<Tested extends { candidate: HiddenCandidate }>(
  tested: readonly Tested[],
  held: Uint32Array,
): Tested[] {
  const kept: Tested[] = [];
  const taken = new Set<number>();
  for (const each of tested) {
    const rows = held.filter(memberOf(each.candidate));
    if (rows.filter((row) => taken.has(row)).length > rows.length / 2) continue;
    for (const row of rows) taken.add(row);
    kept.push(each);
  }
  return kept;
}

function recoverable({ samples, errors }: Counted, all: Counted, confidence: number): Interval {
  const rest = { samples: Math.max(1, all.samples - samples), errors: all.errors - errors };
  const gap = newcombeInterval(rest, { errors, samples }, { confidence });
  const weight = samples / all.samples;
  return { estimate: weight * gap.estimate, low: weight * gap.low, high: weight * gap.high };
}

function reading(slices: readonly HiddenSlice[], tested: number): string {
  const [first] = slices;
  if (first === undefined)
    return `None of ${tested} regions of the embeddings is worse than the rest by more than chance explains.`;
  const { error, samples, recoverable: points } = first;
  return `${slices.length} of ${tested} regions of the embeddings ${slices.length === 1 ? "is" : "are"} worse than the rest. In the surest, ${formatPercent(error.estimate)} % of ${samples.toLocaleString("en")} held-out samples are wrong; were it like the rest, the error would be ${formatPercent(points.estimate, 0.01)} points lower (${formatPercent(points.low, 0.01)} to ${formatPercent(points.high, 0.01)}).`;
}
