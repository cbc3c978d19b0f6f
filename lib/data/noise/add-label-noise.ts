import { checkOptions, type Dataset, randomSource } from "../../core/index.js";
import { checkSeed } from "../check-values.js";
import { once } from "../once.js";
import { type LabelNoise, wrongLabelChances } from "./label-noise.js";
import { withLabels } from "./with-labels.js";

/** Options for {@link addLabelNoise}. */
export interface AddLabelNoiseOptions extends LabelNoise {
  /** Picks which; defaults to 0. */
  seed?: number;
}

/**
 * The same samples with some labels wrong: symmetric, asymmetric or dependent on the instance noise, or all of them.
 *
 * The truth is kept in the tag `trueLabel`; `mislabelled` says where it differs. Where a `bayesPosterior` is known of two
 * classes it becomes that of the noisy label, so `bayesError` stays exact. Sample i is hit or spared whatever the other
 * samples are.
 *
 * @throws UsageError when a rate is no share, or a class or tag does not exist
 * @see D. Angluin and P. Laird, "Learning From Noisy Examples" (1988), for symmetric noise
 * @see B. Frénay and M. Verleysen, "Classification in the Presence of Label Noise: A Survey" (2014), for the three kinds
 * @example
 * const clean = datasetFromArrays({ x: Float32Array.of(0, 1), shape: [1], labels: [0, 1], classes: ["no", "yes"] });
 * addLabelNoise(clean, { rate: 1 }).labels; // Int32Array [1, 0]
 * addLabelNoise(clean, { confusions: { yes: { no: 1 } } }).labels; // Int32Array [0, 0]
 */
export function addLabelNoise(dataset: Dataset, options: AddLabelNoiseOptions): Dataset {
  checkOptions("addLabelNoise", options, ["rate", "confusions", "byTag", "seed"]);
  const { seed = 0, ...noise } = options;
  checkSeed(seed);
  const chances = wrongLabelChances(dataset, noise);
  const labels = once(() =>
    dataset.labels.map((label, i) => pick(label, chances(i, label), randomSource(seed, "label noise", i)())),
  );
  const truth = once(() => truthOf(dataset));
  return withLabels(dataset, labels, {
    trueLabel: truth,
    mislabelled: () => Float32Array.from(truth(), (label, i) => Number(label !== labels()[i])),
    ...(hasPosterior(dataset) ? { bayesPosterior: () => noisyPosterior(dataset, chances) } : {}),
  });
}

/** The class whose chance the uniform number falls on; the label itself where it falls on none. */
function pick(label: number, chances: readonly number[], uniform: number): number {
  let below = 0;
  for (const [other, chance] of chances.entries()) {
    below += chance;
    if (uniform < below) return other;
  }
  return label;
}

/** The labels as they were before any noise that is on record. */
function truthOf({ labels, tags, classes }: Dataset): Float32Array {
  const { trueLabel, mislabelled } = tags;
  if (trueLabel !== undefined) return trueLabel;
  const isTurned = (i: number): boolean => classes.length === 2 && mislabelled?.[i] === 1;
  return Float32Array.from(labels, (label, i) => (isTurned(i) ? 1 - label : label));
}

function hasPosterior({ tags, classes }: Dataset): boolean {
  return classes.length === 2 && "bayesPosterior" in tags;
}

/** P(label = 1) after the noise: η loses what turns to 0, and 1 − η gives what turns to 1. */
function noisyPosterior(
  dataset: Dataset,
  chances: (i: number, label: number) => readonly number[],
): Float32Array {
  return dataset.tags.bayesPosterior!.map(
    (eta, i) => eta * (1 - chances(i, 1)[0]!) + (1 - eta) * chances(i, 0)[1]!,
  );
}
