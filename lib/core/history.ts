/** How a model did on one split. */
export interface SplitScores {
  /** How it was measured: no dropout, no augmentation, weights at rest. Only such errors can be subtracted from each other. */
  readonly mode: "evaluation";
  /** How many samples were scored. */
  readonly samples: number;
  /** Mean cross-entropy, in nats. */
  readonly loss: number;
  /** Share of samples that were classified wrongly, 0…1. */
  readonly error: number;
}

/** What one pass over the training set did. */
export interface EpochRecord {
  /** 1 for the first. */
  readonly epoch: number;
  /** Mean of the losses seen while training in this epoch: dropout on, weights moving. */
  readonly runningLoss: number;
  /** The training set (or a fixed sample of it) in evaluation mode, without augmentation. */
  readonly train: SplitScores;
  /** Validation from the training distribution. */
  readonly trainVal?: SplitScores;
  /** Validation from the test distribution. */
  readonly testVal?: SplitScores;
  /** The learning rate of the epoch's last update. */
  readonly learningRate?: number;
  readonly seconds: number;
  readonly samplesPerSecond: number;
}

/** What training did, one row an epoch. Every number in it can be plotted, tabled and stored. */
export interface History {
  readonly epochs: readonly EpochRecord[];
  /** Updates made in all. */
  readonly steps: number;
  readonly seed: number;
  /** The backend that ran it: `tensorflow`, `wasm` or `cpu`. */
  readonly backend: string;
  /** Whether the last update ran as one compiled call; only native TensorFlow has them. */
  readonly compiled?: boolean;
  /** Why it did not, as a sentence. */
  readonly whyNotCompiled?: string;
  /** Why training ended: all epochs done, the signal, early stopping, or no memory left. */
  readonly stopped: "finished" | "aborted" | "early" | "outOfMemory";
  /** Where memory ran out: when, what took it, and what to change. */
  readonly outOfMemory?: string;
  /** With early stopping: the epoch that was best on the watched set. */
  readonly bestEpoch?: number;
}
