/** Every cause that a check can name, by family. */
export type FindingCode =
  // output, loss, labels
  | "loss-activation-mismatch"
  | "double-softmax"
  | "single-unit-softmax"
  | "loss-task-mismatch"
  | "label-out-of-range"
  | "output-range-mismatch"
  | "loss-sign-flipped"
  | "loss-sum-not-mean"
  | "loss-unclipped-log"
  | "metric-mismatch"
  | "hidden-softmax"
  // shapes
  | "shape-mismatch"
  | "silent-broadcast"
  | "batch-mixing"
  | "wrong-softmax-axis"
  | "channels-order"
  | "disconnected-parameter"
  | "dtype-mismatch"
  // data
  | "input-not-normalized"
  | "input-normalized-twice"
  | "validation-preprocessed-differently"
  | "targets-not-scaled"
  | "labels-rescaled"
  | "labels-misaligned"
  | "label-noise"
  | "augmentation-breaks-label"
  | "augmentation-too-strong"
  | "validation-augmented"
  | "non-finite-data"
  | "constant-input"
  | "class-imbalance"
  | "split-before-shuffle"
  | "not-shuffled"
  | "label-leak"
  | "duplicate-leak"
  | "distribution-shift"
  | "too-little-data"
  // initialization, architecture
  | "symmetric-initialization"
  | "initialization-scale"
  | "dead-units"
  | "saturated-units"
  | "vanishing-gradients"
  | "exploding-gradients"
  | "missing-nonlinearity"
  | "model-too-small"
  | "too-much-dropout"
  // optimization
  | "learning-rate-too-high"
  | "learning-rate-too-low"
  | "gradient-clipped-away"
  | "regularization-too-strong"
  | "too-few-steps"
  | "updates-not-applied"
  | "optimizer-state-reset"
  | "overfitting"
  | "underfitting"
  | "not-better-than-baseline"
  // mode and state
  | "train-mode-off"
  | "eval-mode-off"
  | "batch-norm-statistics"
  | "frozen-layer"
  // numerics and JavaScript
  | "numerics-non-finite"
  | "out-of-memory"
  | "fit-not-awaited"
  | "tensor-leak"
  | "two-tfjs-copies"
  | "unseeded";

/** One thing that a check saw: data, not an exception. */
export interface Finding {
  readonly code: FindingCode;
  /** An error makes the verdict "faulty", and so does a warning; a note does not. */
  readonly severity: "error" | "warning" | "note";
  /** Where in the program: "loss", "train.x", a layer's name. */
  readonly where: string;
  readonly title: string;
  /** What was measured. */
  readonly evidence: string;
  /** What to type. */
  readonly fix: string;
  /** From 0 to 1: how sure the check is that this is a cause. */
  readonly confidence: number;
  readonly confirmed?: "by-intervention" | "by-signature";
  /** The notebook that explains it. */
  readonly lesson: string;
}

/** What the doctor says of a training program; findings are ordered, most likely cause first. */
export interface Diagnosis {
  readonly verdict: "faulty" | "clean";
  readonly findings: readonly Finding[];
  /** The checks that ran. */
  readonly ran: readonly string[];
  readonly notRun: readonly { readonly check: string; readonly reason: string }[];
  readonly seconds: number;
}
