/** One part of the memory that a training takes. */
export interface MemoryPart {
  readonly part:
    | "weights"
    | "gradients"
    | "optimizer slots"
    | "activations"
    | "patches"
    | "batch"
    | "data set";
  readonly bytes: number;
}

/** What a training will take, part by part. */
export interface MemoryEstimate {
  readonly batchSize: number;
  readonly parts: readonly MemoryPart[];
  /** What training adds to what is there already: gradients, slots, activations, patches and the batch. */
  readonly bytes: number;
}
