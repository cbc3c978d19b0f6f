/**
 * How training on one batch went. The four failures are those of the lecture; the last two are no failures:
 * a network that needs more steps than the experiment gives is slow, not broken.
 */
export type Outcome = "rises" | "explodes" | "oscillates" | "plateaus" | "still-falling" | "overfits";

/** A loss this much larger than at the start is no longer a rise. */
const explosion = 100;

/** Training that ends above this share of its start has risen, whatever it did between. */
const risen = 1.1;

/** A batch is learnt when its loss is below this share of what a constant answer costs. */
const learnt = 0.1;

/** Below this share of a constant answer's loss the samples have been used, however slowly. */
const used = 0.9;

/** Still falling: the last fifth of the steps lies below the fifth before it by this share. */
const falling = 0.02;

/** Oscillating: from one step to the next the loss moves by more than this share of itself. */
const swing = 0.1;

/**
 * Reads a curve of losses on one batch.
 *
 * @param losses - one per step, the first before any update
 * @param guess - what the best constant answer costs on this batch
 * @param error - share of the batch that is answered wrongly at the end, if that means something
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), "overfit a single batch"
 * @example
 * outcomeOf([2.3, 1.1, 0.4, 0.1, 0.02], { guess: 2.3 }); // "overfits"
 * outcomeOf([2.3, 9, 80, NaN], { guess: 2.3 }); // "explodes"
 */
export function outcomeOf(
  losses: readonly number[],
  { guess, error }: { guess: number; error?: number | undefined },
): Outcome {
  if (!losses.every(Number.isFinite)) return "explodes";
  const start = losses[0]!;
  const fifth = Math.max(1, Math.floor(losses.length / 5));
  const end = median(losses.slice(-fifth));
  const before = median(losses.slice(-2 * fifth, -fifth));
  if (end > explosion * Math.max(start, guess)) return "explodes";
  if (error === 0 || end <= learnt * guess) return "overfits";
  if (Math.min(...losses.slice(-fifth)) > risen * Math.max(start, guess)) return "rises";
  if (end < 0.5 * guess) return "still-falling";
  const second = losses.slice(Math.floor(losses.length / 2));
  const move = median(second.slice(1).map((loss, i) => Math.abs(loss - second[i]!)));
  // A median of many noisy losses wobbles by itself, less the more there are.
  const wobble = end < used * guess ? 0 : (3 * move) / Math.sqrt(fifth);
  if (end < before - Math.max(falling * Math.abs(before), wobble)) return "still-falling";
  if (end < used * guess) return "plateaus";
  return move > swing * Math.abs(end) ? "oscillates" : "plateaus";
}

/** The middle value; of an even count, the upper one of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
