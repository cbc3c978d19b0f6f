/**
 * What data sets have in common, whether their answers are classes or numbers.
 *
 * Pixels may be rendered on demand: `batch` is the only way to them. They come as bytes 0…255 (`Uint8Array`) or as
 * numbers already scaled for a network (`Float32Array`).
 */
export interface Samples {
  /** Samples in all. */
  readonly size: number;
  /** One sample's shape, without the batch axis: [height, width, channels] for images, [steps, features] for sequences. */
  readonly shape: readonly number[];
  /** One name per sample, unique within the set. */
  readonly ids: readonly string[];
  /** What else is known of each sample, one number per sample: `night`, `objects`, `bayesPosterior`, … */
  readonly tags: Record<string, Float32Array>;
  /**
   * The tags of some samples alone. Data sets that work tags out when they are asked for have it, so that a view of a few
   * rows does not cost all of them.
   */
  tagsOf?(indices: ArrayLike<number>): Record<string, Float32Array>;
  /**
   * For sequences of unequal length: how many steps of each sample are real. The steps after them are padding, zero in
   * every feature, which `tf.layers.masking({ maskValue: 0 })` skips. Absent where every step is real.
   */
  readonly lengths?: Int32Array | undefined;
  /** The samples at `indices`, row after row; `shape` is [indices.length, ...this.shape]. */
  batch(indices: ArrayLike<number>): { x: Float32Array | Uint8Array; shape: number[] };
}

/** Samples with labels. */
export interface Dataset extends Samples {
  /** The classes' names; a label is an index into them. */
  readonly classes: readonly string[];
  /** One label per sample, as given to the learner: it may be noisy. */
  readonly labels: Int32Array;
}

/** Samples with numbers to predict: a type of its own, so that no classifier can be trained on it by mistake. */
export interface RegressionDataset extends Samples {
  /** The names of the numbers to predict. */
  readonly targetNames: readonly string[];
  /** Row-major, shape [samples, targets], in the targets' own units. */
  readonly targets: Float32Array;
}
