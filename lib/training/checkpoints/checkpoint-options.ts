/** Options of `fit`'s checkpoints. */
export interface CheckpointOptions {
  /** A folder for this training alone; made where it is missing. What it holds of the same training is gone on from. */
  folder: string;
  /** Updates between two checkpoints; defaults to those of one epoch. */
  every?: number;
}
