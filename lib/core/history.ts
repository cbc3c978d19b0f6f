/** Loss and error of one split after one epoch, measured in evaluation mode. */
export interface SplitScores {
  /** Mean loss over the split, in nats for a cross-entropy. */
  readonly loss: number;
  /** Share of wrong predictions, 0…1. */
  readonly error: number;
}

/** What training did, one row an epoch. Every number in it can be plotted, tabled and stored. */
export interface History {
  readonly epochs: readonly {
    /** 1 for the first. */
    readonly epoch: number;
    /** Mean of the losses seen while training in this epoch: dropout on, weights moving. */
    readonly runningLoss: number;
    /** The training set (or a fixed sample of it) in evaluation mode. */
    readonly train: SplitScores;
    /** Validation from the training distribution. */
    readonly trainVal?: SplitScores;
    /** Validation from the test distribution. */
    readonly testVal?: SplitScores;
    readonly seconds: number;
    readonly samplesPerSecond: number;
  }[];
  /** Updates made in all. */
  readonly steps: number;
  readonly seed: number;
  /** The backend that ran it: `tensorflow`, `wasm` or `cpu`. */
  readonly backend: string;
  /** Why training ended. */
  readonly stopped: "finished" | "aborted";
}
