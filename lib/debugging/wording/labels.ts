import type { Finding } from "../../core/index.js";
import { getItToRun as lesson } from "./lesson.js";
import { numberText } from "./number-text.js";

/** A class index that no output stands for. */
export function labelOutOfRange(data: {
  where: string;
  value: number;
  row: number;
  classes: number;
  /** Lowest and highest label, when together they look like counting from 1. */
  countsFromOne: boolean;
}): Finding {
  const { where, value, row, classes, countsFromOne } = data;
  return {
    code: "label-out-of-range",
    severity: "error",
    where,
    title: countsFromOne ? "the labels count from 1" : "a label has no output to go with it",
    evidence: `${where}[${row}] is ${numberText(value)}; this model and loss take labels from 0 to ${classes - 1}.`,
    fix: countsFromOne
      ? "subtract 1 from each label."
      : `repair the label, or give the last layer more units.`,
    confidence: 0.99,
    confirmed: "by-signature",
    lesson,
  };
}

/** One-hot rows without a 1: what `tf.oneHot` makes of a label that is too large. */
export function emptyOneHotRows(data: {
  where: string;
  rows: number;
  first: number;
  samples: number;
  classes: number;
  /** True when no row has the first class. */
  firstClassEmpty: boolean;
}): Finding {
  const { where, rows, first, samples, classes, firstClassEmpty } = data;
  return {
    code: "label-out-of-range",
    severity: "error",
    where,
    title: firstClassEmpty ? "the labels count from 1" : "some one-hot rows are all zero",
    evidence:
      `${rows} of ${samples} rows are all zero, the first at ${first}` +
      (firstClassEmpty ? ", and no row has class 0." : "."),
    fix: firstClassEmpty
      ? `subtract 1 before tf.oneHot(labels, ${classes}): it turns a label of ${classes} into zeros, in silence.`
      : `look for labels outside 0 to ${classes - 1}: tf.oneHot turns them into zeros, in silence.`,
    confidence: 0.98,
    confirmed: "by-signature",
    lesson,
  };
}

/** Rows of labels that should be shares of 1 and are not. */
export function labelsRescaled(data: { where: string; row: number; sum: number; largest: number }): Finding {
  const { where, row, sum, largest } = data;
  return {
    code: "labels-rescaled",
    severity: "error",
    where,
    title: "the labels are neither one-hot rows nor shares of 1",
    evidence: `row ${row} sums to ${sum.toPrecision(3)}; the largest number in ${where} is ${largest.toPrecision(3)}.`,
    fix: "scale the pixels only, not the labels; make one-hot rows with tf.oneHot(labels, classes).",
    confidence: 0.9,
    confirmed: "by-signature",
    lesson,
  };
}

/** Labels in one form, a loss that takes another. */
export function labelForm(data: {
  where: string;
  labels: readonly number[];
  output: readonly (number | null)[];
  loss: string;
  fix: string;
}): Finding {
  const { where, labels, output, loss, fix } = data;
  const shape = (sizes: readonly (number | null)[]) => `[${sizes.map((size) => size ?? "batch").join(", ")}]`;
  return {
    code: "shape-mismatch",
    severity: "error",
    where,
    title: `the labels do not have the form that ${loss} takes`,
    evidence: `labels have shape ${shape(labels)}, the model's output ${shape(output)}.`,
    fix,
    confidence: 0.97,
    confirmed: "by-signature",
    lesson,
  };
}

/** Numbers of samples and labels that differ. */
export function unequalLengths(data: { where: string; samples: number; labels: number }): Finding {
  return {
    code: "shape-mismatch",
    severity: "error",
    where: data.where,
    title: "there are not as many labels as samples",
    evidence: `${data.samples} samples and ${data.labels} labels.`,
    fix: "cut x and y from the same rows.",
    confidence: 1,
    confirmed: "by-signature",
    lesson,
  };
}

/** A loss made for another kind of answer. */
export function lossTaskMismatch(data: {
  title: string;
  evidence: string;
  fix: string;
  severity?: Finding["severity"];
  confidence?: number;
}): Finding {
  const { title, evidence, fix, severity = "error", confidence = 0.9 } = data;
  return { code: "loss-task-mismatch", severity, where: "loss", title, evidence, fix, confidence, lesson };
}
