import type { Finding } from "../../core/index.js";
import { startSimple as lesson } from "./lesson.js";
import { numberText, percentText } from "./number-text.js";

/** NaN or infinity in the data. */
export function nonFiniteData(data: { where: string; count: number; value: number; row: number }): Finding {
  const { where, count, value, row } = data;
  return {
    code: "non-finite-data",
    severity: "error",
    where,
    title: `${where} holds ${value}`,
    evidence: `${count} number${count === 1 ? " is" : "s are"} not finite, the first in sample ${row}.`,
    fix: "find where it comes from (0/0, a missing cell, an empty picture) and repair or drop the sample.",
    confidence: 1,
    confirmed: "by-signature",
    lesson,
  };
}

/** Samples that are all the same. */
export function constantInput(data: {
  where: string;
  value: number;
  samples: number;
  same: "number" | "sample";
}): Finding {
  const { where, value, samples, same } = data;
  return {
    code: "constant-input",
    severity: "error",
    where,
    title: "the network sees the same input whatever the sample",
    evidence:
      same === "number"
        ? `all ${samples} samples looked at hold ${numberText(value)} everywhere.`
        : `all ${samples} samples looked at are equal.`,
    fix: "look at two samples just before the network: a wrong slice, a whole-number division, or a cast may have flattened them.",
    confidence: 0.99,
    confirmed: "by-signature",
    lesson,
  };
}

/** Numbers far larger than weights expect. */
export function inputNotNormalized(data: {
  where: string;
  min: number;
  max: number;
  typical: number;
  limit: number;
  /** The feature that is largest, when it is only one of many. */
  feature?: number | undefined;
}): Finding {
  const { where, min, max, typical, limit, feature } = data;
  const bytes = min >= 0 && max > 2 && max <= 255;
  const what = feature === undefined ? "values" : `values of feature ${feature}`;
  return {
    code: "input-not-normalized",
    severity: "error",
    where,
    title: bytes && feature === undefined ? "the pixels are not scaled" : "the inputs are not scaled",
    evidence:
      `the first trainable layer sees ${what} from ${numberText(min)} to ${numberText(max)}, ` +
      `of size ${numberText(typical)} (root mean square); above ${limit} the initial weights are far too large for them.`,
    fix:
      bytes && feature === undefined
        ? "x.div(127.5).sub(1) before the network, or a rescaling layer in front."
        : "subtract each feature's mean and divide by its standard deviation, both taken from the training set.",
    confidence: 0.9,
    confirmed: "by-signature",
    lesson,
  };
}

/** Numbers so small that the network sees nothing. */
export function inputNormalizedTwice(data: {
  where: string;
  min: number;
  max: number;
  deviation: number;
}): Finding {
  const { where, min, max, deviation } = data;
  return {
    code: "input-normalized-twice",
    severity: "warning",
    where,
    title: "the inputs hardly differ: they may be scaled twice",
    evidence: `the first trainable layer sees values from ${numberText(min)} to ${numberText(max)}, of standard deviation ${numberText(deviation)}.`,
    fix: "scale once: look for a second division by 255, in the data and in the model.",
    confidence: 0.85,
    confirmed: "by-signature",
    lesson,
  };
}

/** Validation data on another scale than training data. */
export function validationDifferent(data: { train: number; validation: number }): Finding {
  return {
    code: "validation-preprocessed-differently",
    severity: "error",
    where: "validation.x",
    title: "the validation samples are on another scale than the training samples",
    evidence: `their typical size is ${numberText(data.validation)}, of the training samples ${numberText(data.train)}.`,
    fix: "send both through the same function.",
    confidence: 0.95,
    confirmed: "by-signature",
    lesson,
  };
}

/** Labels that belong to other samples. */
export function labelsMisaligned(data: {
  shift: number;
  reversed: boolean;
  agreement: number;
  better: number;
  chance: number;
  pairs: number;
}): Finding {
  const { shift, reversed, agreement, better, chance, pairs } = data;
  const order = reversed
    ? "in reverse order"
    : `${Math.abs(shift)} place${Math.abs(shift) === 1 ? "" : "s"} ${shift > 0 ? "later" : "earlier"}`;
  return {
    code: "labels-misaligned",
    severity: "error",
    where: "train.y",
    title: "the labels belong to other samples",
    evidence:
      `samples that look alike have the same label in ${percentText(agreement)} of ${pairs} pairs (chance: ${percentText(chance)}); ` +
      `with the labels taken ${order} it is ${percentText(better)}.`,
    fix: "cut samples and labels from the same rows: look for a slice, a header line or a shuffle that only one of them went through.",
    confidence: 0.97,
    confirmed: "by-intervention",
    lesson,
  };
}

/** Labels that have nothing to do with the samples beside them. */
export function unrelatedLabels(data: { agreement: number; chance: number; pairs: number }): Finding {
  return {
    code: "labels-misaligned",
    severity: "warning",
    where: "train.y",
    title: "samples that look alike do not share their label",
    evidence:
      `they do in ${percentText(data.agreement)} of ${data.pairs} pairs, as by chance (${percentText(data.chance)}), ` +
      "though the samples have look-alikes.",
    fix: "shuffle x and y by one and the same permutation; nothing, if the label truly cannot be seen in single pixels.",
    confidence: 0.6,
    lesson,
  };
}
