import * as tf from "@tensorflow/tfjs";
import { checkOptions, type Finding, UsageError } from "../../core/index.js";
import type { Case } from "../program/case.js";
import { openCase } from "../program/open-case.js";
import { ownOptimizer, snapshot } from "../program/snapshot.js";
import type { TrainingProgram } from "../training-program.js";
import { takeBatch } from "./batch.js";
import { causesOf } from "./causes-of.js";
import { median, type Outcome } from "./outcome.js";
import { runSteps } from "./run-steps.js";

/** Options for {@link overfitOneBatch}. */
export interface OverfitOneBatchOptions {
  /** Updates on the batch; defaults to 300, fewer when it is learnt before. */
  steps?: number;
  /** Chooses the batch; defaults to 0. */
  seed?: number;
  /** Time for the experiment and the further ones that seek the cause, in seconds; defaults to 20. */
  seconds?: number;
  /** Ends the experiment within one step. */
  signal?: AbortSignal;
}

/** What training on one batch showed. */
export interface OneBatchResult {
  readonly outcome: Outcome;
  /** One per step, as the program's step returned them. */
  readonly losses: readonly number[];
  /** The loss of the best answer that is the same for every sample, where the loss could be asked. */
  readonly guess: number | undefined;
  /** Share of the batch answered wrongly at the end, for classes. */
  readonly error: number | undefined;
  /** What explains a failure, most likely first; those that a further experiment confirmed say so. */
  readonly causes: readonly Finding[];
}

/**
 * Trains the program on a single batch, which any working program learns by heart, and says how that went:
 * the error rises, explodes, oscillates, plateaus, or the batch is learnt. A failure is looked into by changing one
 * thing at a time: the learning rate, the first weights, dropout, regularization.
 *
 * The program's weights, and its optimizer's memory, are afterwards as they were.
 *
 * @returns undefined where the time was too short for a tenth of the steps
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), "overfit a single batch"
 * @throws UsageError when it is no training program, or there are not as many labels as samples
 */
export async function overfitOneBatch(
  program: TrainingProgram,
  options: OverfitOneBatchOptions = {},
): Promise<OneBatchResult | undefined> {
  checkOptions("overfitOneBatch", options, ["steps", "seed", "seconds", "signal"]);
  const { seed = 0, signal, steps = 300, seconds = 20 } = options;
  const patient = await openCase(program, { seed, signal });
  try {
    assertLabelEach(patient);
    return await overfitCase(patient, { steps, seconds });
  } finally {
    patient.dispose();
  }
}

/** The experiment on an opened case. */
export async function overfitCase(
  patient: Case,
  { steps = 300, seconds = 20 }: { steps?: number; seconds?: number } = {},
): Promise<OneBatchResult | undefined> {
  const batch = await takeBatch(patient);
  const before = await snapshot(patient.model, ownOptimizer(patient.program));
  const limits = { steps, deadline: performance.now() + 1000 * seconds };
  try {
    const run = await runSteps(patient, batch, before, limits);
    if (run === undefined) return undefined;
    const { outcome, losses, error } = run;
    const curve = {
      outcome,
      batch: batch.size,
      steps: losses.length,
      first: losses[0]!,
      last: median(losses.slice(-5)),
      guess: batch.guess,
      error,
    };
    const causes = await causesOf({ patient, batch, before, limits, run, curve });
    return { outcome, losses, guess: batch.guess, error, causes };
  } finally {
    before.dispose();
    tf.dispose([batch.x, batch.y]);
  }
}

/** A batch cannot be drawn where samples and labels do not go together. */
function assertLabelEach({ x, y }: Case): void {
  const [samples, labels] = [x.shape[0], y.shape[0]];
  if (samples === labels) return;
  throw new UsageError({
    got: `overfitOneBatch got ${samples} samples and ${labels} labels.`,
    expected: "a label for each sample, in the same order.",
    fix: "look for a slice, a filter or a header line that only one of them went through.",
  });
}
