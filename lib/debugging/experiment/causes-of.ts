import * as tf from "@tensorflow/tfjs";
import type { Finding } from "../../core/index.js";
import { penalties } from "../../training/index.js";
import type { Case } from "../program/case.js";
import { disposeOptimizer, freshOptimizer } from "../program/compiled.js";
import { layersOf } from "../program/layers-of.js";
import { learningRateOf } from "../program/learning-rate.js";
import type { Snapshot } from "../program/snapshot.js";
import { stepThrough } from "../step-through.js";
import * as words from "../wording/one-batch.js";
import { signFlipped } from "../wording/output.js";
import type { Batch } from "./batch.js";
import { breakSymmetry, equalUnits } from "./equal-units.js";
import { median } from "./outcome.js";
import { type Run, type RunLimits, runSteps } from "./run-steps.js";
import type { Variant } from "./trainer.js";

/** A run that failed, and what is needed to run it again with something changed. */
export interface FailedRun {
  patient: Case;
  batch: Batch;
  /** Weights and optimizer at the start. */
  before: Snapshot;
  limits: RunLimits;
  run: Run;
  curve: words.CurveData;
}

/** Further experiments are shorter: a change that helps shows soon. */
const shorter = 0.5;

/** Below this share of a constant answer's loss a change has helped. */
const helped = 0.8;

/** A constant answer's loss, less this share: whoever ends above it has not used the samples. */
const unused = 0.97;

/**
 * Why one batch was not learnt, most likely cause first, each tried by changing one thing and training again.
 */
export async function causesOf(failed: FailedRun): Promise<Finding[]> {
  const { outcome } = failed.run;
  if (outcome === "overfits" || outcome === "still-falling") return [];
  if (outcome === "plateaus") return plateau(failed);
  return tooFast(failed);
}

/** Rises, explodes, oscillates: a lower rate, then the sign, then the numerics. */
async function tooFast(failed: FailedRun): Promise<Finding[]> {
  const { patient, run, curve } = failed;
  const falls = run.losses[0]! > run.losses.at(-1)! && run.losses.at(-1)! < 0;
  const { before, after } = run.measured;
  if (falls && after > before)
    return [signFlipped({ where: "step", right: before, wrong: after, by: "by-intervention" })];
  const rates: Run[] = [];
  for (const better of [0.1, 0.01, 0.001]) {
    const other = await again(failed, { rate: better });
    if (other === undefined) continue;
    if (hasHelped(other, failed))
      return [words.rateTooHigh({ curve, changed: last(other), rate: rateOf(patient), better })];
    rates.push(other);
  }
  if (rates.length > 0 && rates.every((other) => !other.losses.every(Number.isFinite)))
    return [words.numericsNonFinite({ curve, step: run.losses.length })];
  // Uphill at every rate, however small: the step climbs.
  if (rates.length > 0 && rates.every(({ measured }) => measured.after > measured.before))
    return [signFlipped({ where: "step", right: before, wrong: after, by: "by-intervention" })];
  const tried = rates.length > 0 ? ["lower learning rates"] : [];
  return [(await heldBack(failed, tried)) ?? words.notLearnt({ curve, tried })];
}

/** Plateaus: what keeps the gradient from reaching the weights, or the weights from moving. */
async function plateau(failed: FailedRun): Promise<Finding[]> {
  const { patient, run, curve, batch, before } = failed;
  const guess = batch.guess ?? run.losses[0]!;
  if (curve.last < unused * guess) return [words.learntInPart({ curve })];
  const rate = rateOf(patient);
  const equal = equalUnits(patient.model);
  if (run.unchanged.length === patient.model.trainableWeights.length && equal.length === 0)
    return [words.updatesNotApplied({ curve, rate })];

  if (equal.length > 0) {
    const [{ layer, units, value }] = equal as [(typeof equal)[0]];
    breakSymmetry(equal, patient.seed);
    const other = await again(failed, {});
    await before.restore();
    if (other === undefined || hasHelped(other, failed))
      return [
        words.symmetric({ curve, layer: layer.name, units, value, ...(other && { changed: last(other) }) }),
      ];
  }
  const dead = await deadLayer(failed);
  if (dead !== undefined) return [words.deadUnits({ curve, layer: dead })];

  const tried: string[] = [];
  for (const better of [0.1, 10, 0.01, 100, 1e3, 1e5]) {
    if (better > 1 && getsThereInTime(failed)) continue;
    const other = await again(failed, { rate: better });
    if (other === undefined) continue;
    tried.push(`${better} times the learning rate`);
    const proof = { curve, changed: last(other), rate, better };
    if (hasHelped(other, failed)) return [better < 1 ? words.rateTooHigh(proof) : words.rateTooLow(proof)];
  }
  const held = await heldBack(failed, tried);
  if (held !== undefined) return [held];
  return [cannotMemorise(failed) ? words.learntInPart({ curve }) : words.notLearnt({ curve, tried })];
}

/** Training without what should keep it from overfitting; adds to `tried` what did not help. */
async function heldBack(failed: FailedRun, tried: string[]): Promise<Finding | undefined> {
  const { patient, curve } = failed;
  if (layersOf(patient.model).some((layer) => layer.getClassName().endsWith("Dropout"))) {
    const other = await again(failed, { training: false });
    if (other && hasHelped(other, failed)) return words.tooMuchDropout({ curve, changed: last(other) });
    if (other) tried.push("no dropout");
  }
  if (isRegularized(patient)) {
    const other = await again(failed, { penalties: false });
    if (other && hasHelped(other, failed))
      return words.regularizationTooStrong({ curve, changed: last(other) });
    if (other) tried.push("no regularization");
  }
  return undefined;
}

/** A model with fewer weights than the batch has samples has no room to learn it by heart. */
function cannotMemorise({ patient, batch }: FailedRun): boolean {
  const weights = patient.model.trainableWeights.map(({ shape }) =>
    shape.reduce((n: number, size) => n * (size ?? 1), 1),
  );
  return weights.reduce((sum, size) => sum + size, 0) < batch.size;
}

function again({ patient, batch, before, limits }: FailedRun, variant: Variant): Promise<Run | undefined> {
  const steps = Math.ceil(limits.steps * shorter);
  return runSteps(patient, batch, before, { ...limits, steps }, variant);
}

function hasHelped(other: Run, { batch, run }: FailedRun): boolean {
  const limit = helped * (batch.guess ?? run.losses[0]!);
  return (
    other.losses.every(Number.isFinite) && (other.error === 0 || (last(other) >= 0 && last(other) < limit))
  );
}

/** The loss at the end, without its last wobble. */
function last({ losses }: Run): number {
  return median(losses.slice(-5));
}

/** A slow program that its own number of epochs takes halfway is only slow. */
function getsThereInTime({ patient, run }: FailedRun): boolean {
  const { program, samples } = patient;
  const planned = (program.epochs ?? 10) * Math.ceil(samples / (program.batchSize ?? 32));
  const perStep = (run.losses[0]! - last(run)) / run.losses.length;
  return perStep * planned > 0.5 * run.losses[0]!;
}

/** The first layer that answers 0 to every sample of the batch. */
async function deadLayer({ patient, batch }: FailedRun): Promise<string | undefined> {
  if (patient.program.predict !== undefined || patient.program.step !== undefined) return undefined;
  const steps = await stepThrough(patient.model, batch.x);
  return steps.slice(0, -1).find(({ min, max }) => min === 0 && max === 0)?.layer;
}

function isRegularized({ model }: Case): boolean {
  const terms = penalties(model);
  tf.dispose(terms);
  return terms.length > 0;
}

function rateOf({ program }: Case): number | undefined {
  if (typeof program.optimizer !== "string") return learningRateOf(program.optimizer);
  const named = freshOptimizer(program.optimizer)!;
  const rate = learningRateOf(named);
  disposeOptimizer(named);
  return rate;
}
