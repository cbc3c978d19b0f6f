import * as tf from "@tensorflow/tfjs";
import { nextTurn } from "../../training/index.js";
import { answersForLoss } from "../program/answers-for-loss.js";
import type { Case } from "../program/case.js";
import type { Snapshot } from "../program/snapshot.js";
import { type Batch, errorOnBatch } from "./batch.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { makeTrainer, type Variant } from "./trainer.js";

/** One training on one batch. */
export interface Run {
  readonly outcome: Outcome;
  /** What the program's step returned, one loss per step. */
  readonly losses: readonly number[];
  /** The program's loss of the model's answers, before and after. */
  readonly measured: { readonly before: number; readonly after: number };
  /** Share of the batch answered wrongly at the end. */
  readonly error: number | undefined;
  /** The weights that no step has changed, by name, among the trainable ones. */
  readonly unchanged: readonly string[];
}

/** How long a run may be. */
export interface RunLimits {
  steps: number;
  /** Moment after which no further step begins, on `performance.now`'s clock. */
  deadline: number;
}

/**
 * Trains on one batch from the program's own weights, and puts them back.
 *
 * @returns undefined where the variant is not possible for this program, or no time was left for a tenth of the steps
 */
export async function runSteps(
  patient: Case,
  batch: Batch,
  before: Snapshot,
  limits: RunLimits,
  variant: Variant = {},
): Promise<Run | undefined> {
  const trainer = makeTrainer(patient, variant);
  if (trainer === undefined) return undefined;
  const kept = patient.model.trainableWeights.map((weight) => weight.read().clone());
  try {
    const start = await measuredLoss(patient, batch);
    const losses = await lossesOf(trainer.step, patient, batch, limits);
    const early = performance.now() >= limits.deadline && losses.length < limits.steps / 10;
    if (early && !isLearnt(losses, batch.guess)) return undefined;
    const error = await errorOnBatch(patient, batch);
    const measured = { before: start, after: await measuredLoss(patient, batch) };
    const unchanged = patient.model.trainableWeights
      .filter((weight, i) => tf.tidy(() => weight.read().equal(kept[i]!).all().dataSync()[0] === 1))
      .map((weight) => weight.originalName);
    return { outcome: judge(losses, measured, batch, error), losses, measured, error, unchanged };
  } finally {
    trainer.dispose();
    tf.dispose(kept);
    await before.restore();
  }
}

async function lossesOf(
  step: (x: tf.Tensor, y: tf.Tensor) => tf.Scalar,
  { signal }: Case,
  { x, y, guess }: Batch,
  { steps, deadline }: RunLimits,
): Promise<number[]> {
  const losses: number[] = [];
  while (losses.length < steps && performance.now() < deadline) {
    signal?.throwIfAborted();
    const loss = step(x, y);
    const value = (await loss.data())[0]!;
    loss.dispose();
    losses.push(value);
    if (!Number.isFinite(value) || isLearnt(losses, guess)) break;
    await nextTurn();
  }
  return losses;
}

/** Five steps in a row below a twentieth of a constant answer's loss: no need to go on. */
function isLearnt(losses: readonly number[], guess: number | undefined): boolean {
  return (
    guess !== undefined &&
    guess > 0 &&
    losses.length > 5 &&
    losses.slice(-5).every((loss) => loss >= 0 && loss < guess / 20)
  );
}

async function measuredLoss(patient: Case, { x, y }: Batch): Promise<number> {
  const answers = await answersForLoss(patient, x, y);
  try {
    return tf.tidy(() => patient.loss(y, answers).dataSync()[0]!);
  } finally {
    answers.dispose();
  }
}

/** A step whose loss goes below zero is judged by what it does to the model's answers. */
function judge(
  losses: readonly number[],
  measured: Run["measured"],
  batch: Batch,
  error: number | undefined,
): Outcome {
  const guess = batch.guess ?? losses[0]!;
  if (losses.every((loss) => loss >= 0) || !losses.every(Number.isFinite)) {
    const outcome = outcomeOf(losses, { guess, error });
    // A falling penalty may hide that the samples' own loss does not fall.
    const hidden =
      outcome === "still-falling" && losses.at(-1)! > 2 * measured.after && measured.after > 0.97 * guess;
    return hidden ? "plateaus" : outcome;
  }
  if (error === 0 || measured.after < measured.before) return "still-falling";
  return measured.after > 1.05 * Math.abs(measured.before) ? "rises" : "plateaus";
}
