import type { Finding } from "../../core/index.js";
import { startSimple as lesson } from "./lesson.js";
import { numberText } from "./number-text.js";

/** A loss that is NaN or infinite before any training. */
export function nonFiniteInitialLoss(data: { where: string; loss: number }): Finding {
  return {
    code: "numerics-non-finite",
    severity: "error",
    where: data.where,
    title: `the untrained loss is ${data.loss}`,
    evidence: "data and answers are finite, so it arises inside the loss.",
    fix: "look for a logarithm of 0, an exponential of large scores or a division by 0; clip, or work on logits.",
    confidence: 0.95,
    confirmed: "by-signature",
    lesson,
  };
}

/** A network that is surely wrong before it has seen anything. */
export function initialLossHigh(data: {
  where: string;
  loss: number;
  expected: number;
  guess: string;
}): Finding {
  const { where, loss, expected, guess } = data;
  return {
    code: "initialization-scale",
    severity: "warning",
    where,
    title: "the untrained network is surely wrong",
    evidence: `its loss is ${numberText(loss)}; a uniform guess, ${guess}, costs ${numberText(expected)}.`,
    fix: "start with smaller weights: heNormal before ReLU, glorotNormal elsewhere, and check the inputs' scale.",
    confidence: 0.75,
    lesson,
  };
}

/** A network that knows before it has learnt. */
export function initialLossLow(data: { where: string; loss: number; expected: number }): Finding {
  const { where, loss, expected } = data;
  return {
    code: "label-leak",
    severity: "note",
    where,
    title: "the network knows more than an untrained one should",
    evidence: `its loss is ${numberText(loss)} before training; a uniform guess costs ${numberText(expected)}.`,
    fix: "nothing, if it was trained before; otherwise look for the label among the inputs.",
    confidence: 0.2,
    lesson,
  };
}
