/** Counts that a score is worked out from. */
export interface ScoreContext {
  /** Samples in all. */
  readonly samples: number;
  /** The losses of all samples, summed. */
  readonly losses: number;
}

/**
 * SliceLine's score of a slice: how much worse than the average it is, less a penalty for how small it is. Above 0 it is
 * worth a look.
 *
 * @param alpha - the weight of the error against that of the size, above 0 and up to 1
 * @see S. Sagadeeva and M. Boehm, "SliceLine: Fast, Linear-Algebra-based Slice Finding for ML Model Debugging" (2021)
 * @example
 * sliceLineScore({ samples: 100, losses: 20 }, { samples: 1000, losses: 100 }, 0.5); // -4
 */
export function sliceLineScore(slice: ScoreContext, all: ScoreContext, alpha: number): number {
  const average = all.losses / all.samples;
  return (
    alpha * (slice.losses / slice.samples / average - 1) - (1 - alpha) * (all.samples / slice.samples - 1)
  );
}
