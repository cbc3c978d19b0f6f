import type { Finding } from "../../core/index.js";
import { getItToRun as lesson } from "./lesson.js";
import { numberText } from "./number-text.js";

/** A loss of probabilities on an output that holds none. */
export function missingActivation(data: {
  loss: string;
  wanted: "softmax" | "sigmoid";
  activation: string;
  min: number;
  max: number;
}): Finding {
  const { loss, wanted, activation, min, max } = data;
  return {
    code: "loss-activation-mismatch",
    severity: "error",
    where: "last layer",
    title: `the loss takes probabilities, the model ends without ${wanted}`,
    evidence: `${loss} on an output of activation ${activation}, whose values run from ${numberText(min)} to ${numberText(max)}.`,
    fix: `give the last layer { activation: "${wanted}" }.`,
    confidence: 0.97,
    confirmed: "by-signature",
    lesson,
  };
}

/** Softmax applied to what is already a softmax. */
export function doubleSoftmax(data: {
  where: string;
  evidence: string;
  fix: string;
  by: Finding["confirmed"];
}): Finding {
  const { where, evidence, fix, by } = data;
  return {
    code: "double-softmax",
    severity: "error",
    where,
    title: "softmax is applied twice",
    evidence,
    fix,
    confidence: 0.98,
    ...(by && { confirmed: by }),
    lesson,
  };
}

/** A sigmoid output under a loss that applies the sigmoid itself. */
export function doubleSigmoid(data: { loss: number }): Finding {
  return {
    code: "loss-activation-mismatch",
    severity: "error",
    where: "loss",
    title: "the sigmoid is applied twice, in the model and in the loss",
    evidence: `answers that are exactly right still cost ${numberText(data.loss)}; on logits the same loss falls to 0.`,
    fix: 'remove { activation: "sigmoid" } from the last layer, or use "binaryCrossentropy".',
    confidence: 0.97,
    confirmed: "by-signature",
    lesson,
  };
}

/** A softmax over one number, which is always 1. */
export function singleUnitSoftmax(): Finding {
  return {
    code: "single-unit-softmax",
    severity: "error",
    where: "last layer",
    title: "a softmax over a single unit always answers 1",
    evidence: "the last layer has 1 unit and activation softmax.",
    fix: '{ units: 1, activation: "sigmoid" } with "binaryCrossentropy", or { units: 2, activation: "softmax" } with one-hot labels.',
    confidence: 1,
    confirmed: "by-signature",
    lesson,
  };
}

/** A softmax in the middle of the network. */
export function hiddenSoftmax(data: { where: string; units: number }): Finding {
  return {
    code: "hidden-softmax",
    severity: "warning",
    where: data.where,
    title: "a hidden layer uses softmax",
    evidence: `layer ${data.where} squeezes ${data.units} units into shares of 1 before the next layer.`,
    fix: '{ activation: "relu" } there; softmax belongs to the last layer.',
    confidence: 0.85,
    lesson,
  };
}

/** Targets that the last activation cannot reach. */
export function outputRangeMismatch(data: {
  activation: string;
  low: number;
  high: number;
  min: number;
  max: number;
}): Finding {
  const { activation, low, high, min, max } = data;
  return {
    code: "output-range-mismatch",
    severity: "error",
    where: "last layer",
    title: `${activation} cannot reach the targets`,
    evidence: `targets run from ${numberText(min)} to ${numberText(max)}, ${activation} from ${numberText(low)} to ${numberText(high)}.`,
    fix: "a linear last layer (leave activation out), or scale the targets into the range.",
    confidence: 0.95,
    confirmed: "by-signature",
    lesson,
  };
}

/** A loss that is lower for wrong answers. */
export function signFlipped(data: {
  where: string;
  right: number;
  wrong: number;
  by: Finding["confirmed"];
}): Finding {
  const { where, right, wrong, by } = data;
  return {
    code: "loss-sign-flipped",
    severity: "error",
    where,
    title: "the loss prefers wrong answers",
    evidence:
      by === "by-signature"
        ? `it is ${numberText(right)} for right answers and ${numberText(wrong)} for wrong ones.`
        : `its own loss falls from step to step, while the loss of the model's answers rises from ${numberText(right)} to ${numberText(wrong)}.`,
    fix: "look for a missing or a second minus sign; minimise the loss, do not maximise it.",
    confidence: by === "by-signature" ? 0.97 : 0.85,
    ...(by && { confirmed: by }),
    lesson,
  };
}

/** A loss that grows with the batch. */
export function sumNotMean(data: { one: number; two: number; rows: number }): Finding {
  return {
    code: "loss-sum-not-mean",
    severity: "warning",
    where: "loss",
    title: "the loss is a sum over the batch, not a mean",
    evidence: `it is ${numberText(data.one)} on ${data.rows} rows and ${numberText(data.two)} on the same rows twice.`,
    fix: "end the loss with .mean(): otherwise the learning rate changes with the batch size.",
    confidence: 0.8,
    confirmed: "by-signature",
    lesson,
  };
}

/** A logarithm that meets 0. */
export function unclippedLog(data: { value: number }): Finding {
  return {
    code: "loss-unclipped-log",
    severity: "warning",
    where: "loss",
    title: "the loss takes the logarithm of 0",
    evidence: `it is ${data.value} as soon as an answer is certain, probability 0 or 1.`,
    fix: 'clip first, probabilities.clipByValue(1e-7, 1).log(), or use "categoricalCrossentropy".',
    confidence: 0.85,
    confirmed: "by-signature",
    lesson,
  };
}

/** A loss that cannot be computed. */
export function lossFails(data: {
  loss: string;
  message: string;
  labels: { shape: readonly number[]; dtype: string };
  output: { shape: readonly number[]; dtype: string };
}): Finding {
  const { loss, message, labels, output } = data;
  const types = /dtype|float32|int32|bool/.test(message);
  const kind = ({ dtype, shape }: typeof labels) => `${dtype} of shape [${shape.join(", ")}]`;
  return {
    code: types ? "dtype-mismatch" : "shape-mismatch",
    severity: "error",
    where: "loss",
    title: `${loss} cannot be computed from these labels and answers`,
    evidence: `labels are ${kind(labels)}, answers ${kind(output)}: ${message}`,
    fix: types ? "pass labels as float32: y.toFloat()." : "bring labels and output to the same shape.",
    confidence: 0.97,
    confirmed: "by-signature",
    lesson,
  };
}

/** Labels and output that subtract into a square. */
export function silentBroadcast(data: {
  labels: readonly number[];
  output: readonly number[];
  apart: number;
  together: number;
}): Finding {
  const { labels, output, apart, together } = data;
  return {
    code: "silent-broadcast",
    severity: "error",
    where: "loss",
    title: "labels and output have shapes that broadcast into every pair",
    evidence:
      `labels [${labels.join(", ")}] against output [${output.join(", ")}] give a loss of ${numberText(apart)}; ` +
      `with equal shapes it is ${numberText(together)}.`,
    fix: "y.reshape(output.shape) before the loss.",
    confidence: 0.98,
    confirmed: "by-signature",
    lesson,
  };
}
