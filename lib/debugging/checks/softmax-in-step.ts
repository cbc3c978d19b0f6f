import * as tf from "@tensorflow/tfjs";
import type { Finding } from "../../core/index.js";
import type { Case } from "../program/case.js";
import { lastOutput } from "../program/last-output.js";
import { ownOptimizer, snapshot } from "../program/snapshot.js";
import { numberText } from "../wording/number-text.js";
import { doubleSoftmax } from "../wording/output.js";

/** Two losses within this share of each other are the same number, in float32. */
const same = 1e-4;

/**
 * Finds a softmax inside a program's own step, on a model that ends in one: the loss which the step returns is, to
 * the last digits, the cross-entropy of a softmax of the model's answers, and not that of the answers.
 */
export async function softmaxInStep(patient: Case): Promise<Finding | undefined> {
  const { program, model, labels, units } = patient;
  if (program.step === undefined || labels.classes === undefined || units < 2) return undefined;
  const { x, y } = patient.rows(patient.someRows(32));
  const before = await snapshot(model, ownOptimizer(program));
  let returned = Number.NaN;
  try {
    const answers = lastOutput(model, x.shape[0]!, () => {
      returned = program.step!(x, y).dataSync()[0]!;
    });
    if (answers === undefined || answers.rank !== 2) return undefined;
    const [once, twice] = costs(answers, y, units);
    answers.dispose();
    const isTwice = Math.abs(returned - twice) < same * twice && Math.abs(returned - once) > 10 * same * once;
    if (!isTwice) return undefined;
    return doubleSoftmax({
      where: "step",
      evidence: `the step returns ${numberText(returned)}, the cost of a softmax of the model's answers; the answers, shares of 1 already, cost ${numberText(once)}.`,
      fix: 'remove { activation: "softmax" } from the last layer, or the softmax from the loss in the step.',
      by: "by-signature",
    });
  } finally {
    await before.restore();
    before.dispose();
    tf.dispose([x, y]);
  }
}

/** Cross-entropy of the answers as probabilities, and of their softmax; NaN where they are no probabilities. */
function costs(answers: tf.Tensor, y: tf.Tensor, units: number): [number, number] {
  return tf.tidy(() => {
    const sums = answers.sum(-1).sub(1).abs().max().dataSync()[0]!;
    if (sums > 1e-3 || answers.min().dataSync()[0]! < 0) return [Number.NaN, Number.NaN];
    const rows =
      y.size === answers.size
        ? y.toFloat().reshape(answers.shape)
        : tf.oneHot(y.flatten().toInt() as tf.Tensor1D, units).toFloat();
    const cost = (shares: tf.Tensor) =>
      shares.clipByValue(1e-7, 1).log().mul(rows).sum(-1).mean().neg().dataSync()[0]!;
    return [cost(answers), cost(answers.softmax())];
  });
}
