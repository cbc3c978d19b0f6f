import type { Finding } from "../../core/index.js";
import { getItToRun as lesson } from "./lesson.js";

/** Samples that do not fit into the model. */
export function shapeMismatch(data: { evidence: string; fix: string; where?: string }): Finding {
  return {
    code: "shape-mismatch",
    severity: "error",
    where: data.where ?? "model",
    title: "the samples do not go through the model",
    evidence: data.evidence,
    fix: data.fix,
    confidence: 0.98,
    confirmed: "by-signature",
    lesson,
  };
}

/** Samples whose axes stand in another order than the model's. */
export function channelsOrder(data: {
  sample: readonly number[];
  wanted: readonly (number | null)[];
}): Finding {
  const { sample, wanted } = data;
  return {
    code: "channels-order",
    severity: "error",
    where: "train.x",
    title: "the axes of the samples stand in another order than the model's",
    evidence: `a sample has shape [${sample.join(", ")}], the model takes [${wanted.map((size) => size ?? "any").join(", ")}].`,
    fix: "x.transpose([0, 2, 3, 1]) brings [batch, channels, height, width] to [batch, height, width, channels].",
    confidence: 0.95,
    confirmed: "by-signature",
    lesson,
  };
}

/** A layer that makes NaN or infinity from finite input. */
export function nonFiniteLayer(data: { layer: string; count: number }): Finding {
  return {
    code: "numerics-non-finite",
    severity: "error",
    where: data.layer,
    title: "a layer makes NaN or infinity from finite numbers",
    evidence: `${data.count} numbers of layer ${data.layer}'s output are not finite, before any training.`,
    fix: "look at this layer's weights, and for exp, log, a square root or a division in it.",
    confidence: 0.97,
    confirmed: "by-signature",
    lesson,
  };
}

/** Answers that change with the other samples of the batch. */
export function batchMixing(data: { change: string }): Finding {
  return {
    code: "batch-mixing",
    severity: "error",
    where: "model",
    title: "a sample's answer depends on the other samples in its batch",
    evidence: `replacing every other sample changes the first sample's answer by up to ${data.change}.`,
    fix: "look for a reshape where a transpose was meant, and for a mean, sum or softmax over axis 0.",
    confidence: 0.95,
    confirmed: "by-intervention",
    lesson,
  };
}

/** A softmax that makes columns sum to 1. */
export function wrongSoftmaxAxis(): Finding {
  return {
    code: "wrong-softmax-axis",
    severity: "error",
    where: "last layer",
    title: "the softmax runs over the samples, not over the classes",
    evidence: "the answers of one class over a batch sum to 1, those of one sample do not.",
    fix: "softmax over the last axis, -1.",
    confidence: 0.98,
    confirmed: "by-signature",
    lesson,
  };
}

/** A model whose weights are all frozen. */
export function nothingTrainable(data: { weights: number }): Finding {
  return {
    code: "frozen-layer",
    severity: "error",
    where: "model",
    title: "no weight of the model is trainable",
    evidence: `${data.weights} weights, all frozen.`,
    fix: "set { trainable: true } on the layers that should learn.",
    confidence: 0.95,
    confirmed: "by-signature",
    lesson,
  };
}
