import * as tf from "@tensorflow/tfjs";
import type { Finding } from "../../core/index.js";
import { answersForLoss } from "../program/answers-for-loss.js";
import type { Case } from "../program/case.js";
import { probeLoss, takesLogits } from "../program/probe.js";
import * as words from "../wording/initial-loss.js";
import { type Check, NotRun, skipWhenExplained } from "./check.js";

/**
 * Random weights add about half the variance of the logits to a uniform guess's loss. He's start on standardised
 * inputs gives a variance of 2; three times the guess, and 2 nats more, needs a variance above 5.
 */
const highFactor = 3;
const highMargin = 2;

/** Half of a uniform guess's loss cannot come about by chance over some hundred samples. */
const lowFactor = 0.5;

/** Options for {@link checkInitialLoss}. */
export interface CheckInitialLossOptions {
  /** What a uniform guess costs, in the loss's own unit; defaults to ln(classes), that of a cross-entropy. */
  expected?: number;
  /** How findings call the place; defaults to "loss". */
  where?: string;
}

/**
 * Compares an untrained classifier's loss with that of a uniform guess, which for a cross-entropy is ln(classes).
 *
 * @param loss - mean loss over a few hundred samples before any update, in nats for a cross-entropy
 * @param classes - 2 or more; 2 for a single sigmoid unit
 * @see A. Karpathy, "A Recipe for Training Neural Networks" (2019), "verify loss @ init"
 * @example
 * checkInitialLoss(2.35, 10); // []
 * checkInitialLoss(15.2, 10)[0].code; // "initialization-scale"
 */
export function checkInitialLoss(
  loss: number,
  classes: number,
  { expected = Math.log(classes), where = "loss" }: CheckInitialLossOptions = {},
): Finding[] {
  if (!Number.isFinite(loss)) return [words.nonFiniteInitialLoss({ where, loss })];
  if (loss > highFactor * expected && loss > expected + highMargin)
    return [words.initialLossHigh({ where, loss, expected, guess: `1/${classes} for each class` })];
  if (expected > 0 && loss < lowFactor * expected) return [words.initialLossLow({ where, loss, expected })];
  return [];
}

/** The program's loss before training. */
export const initialLoss: Check = {
  name: "initial loss, against that of a uniform guess",
  async run(patient, earlier) {
    skipWhenExplained(earlier);
    const loss = await untrainedLoss(patient);
    if (!Number.isFinite(loss)) return [words.nonFiniteInitialLoss({ where: "loss", loss })];
    const expected = uniformGuess(patient);
    if (expected === undefined) throw new NotRun(`a uniform guess means nothing for ${patient.task}`);
    return checkInitialLoss(loss, Math.max(2, patient.units), { expected });
  },
};

/**
 * The loss in evaluation mode, or in training mode where it is lower: untrained batch-norm statistics say nothing
 * yet, and dropout adds noise.
 */
async function untrainedLoss(patient: Case): Promise<number> {
  const { model, program } = patient;
  const { x, y } = patient.rows(patient.someRows(256));
  const answers = [await answersForLoss(patient, x, y)];
  if (program.step === undefined && program.predict === undefined)
    answers.push(tf.tidy(() => model.apply(x, { training: true }) as tf.Tensor));
  try {
    return Math.min(...answers.map((answer) => tf.tidy(() => patient.loss(y, answer).dataSync()[0]!)));
  } finally {
    tf.dispose([x, y, ...answers]);
  }
}

/** The loss of a guess that favours no class: equal probabilities, or equal scores where the loss takes scores. */
function uniformGuess(patient: Case): number | undefined {
  const probe = patient.task === "regression" ? undefined : probeLoss(patient);
  if (probe === undefined) return undefined;
  if (["softmax", "sigmoid"].includes(patient.activations[0] ?? "")) {
    if (takesLogits(probe, patient.units)) return probe.loss(0, 0);
    const share = patient.activations[0] === "softmax" ? 1 / patient.units : 0.5;
    return probe.loss(share, share);
  }
  return probe.loss(0, 0);
}
