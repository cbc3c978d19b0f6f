/**
 * Samples with labels. Pixels may be rendered on demand: `batch` is the only way to them.
 *
 * Pixels come as bytes 0…255 (`Uint8Array`) or as numbers already scaled for a network (`Float32Array`).
 */
export interface Dataset {
  /** Samples in all. */
  readonly size: number;
  /** One sample's shape, without the batch axis: [height, width, channels] for images. */
  readonly shape: readonly number[];
  /** The classes' names; a label is an index into them. */
  readonly classes: readonly string[];
  /** One label per sample, as given to the learner: it may be noisy. */
  readonly labels: Int32Array;
  /** One name per sample, unique within the set. */
  readonly ids: readonly string[];
  /** What else is known of each sample, one number per sample: `night`, `objects`, `bayesPosterior`, … */
  readonly tags: Record<string, Float32Array>;
  /** The samples at `indices`, row after row; `shape` is [indices.length, ...this.shape]. */
  batch(indices: ArrayLike<number>): { x: Float32Array | Uint8Array; shape: number[] };
}
