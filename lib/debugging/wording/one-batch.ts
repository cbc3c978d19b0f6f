import type { Finding } from "../../core/index.js";
import { overfitOneBatch as lesson } from "./lesson.js";
import { numberText, percentText } from "./number-text.js";

/** How the experiment went, in half a sentence. */
export interface CurveData {
  outcome: string;
  batch: number;
  steps: number;
  first: number;
  last: number;
  /** What a constant answer costs. */
  guess: number | undefined;
  error: number | undefined;
}

/** "on one batch of 32 the loss went from 2.31 to 2.30 in 300 steps (a constant answer costs 2.20)" */
export function curveText({ batch, steps, first, last, guess, error }: CurveData): string {
  const constant = guess === undefined ? "" : `a constant answer costs ${numberText(guess)}`;
  const wrong = error === undefined ? "" : `${percentText(error)} still wrong`;
  const both = [constant, wrong].filter((text) => text !== "").join("; ");
  return `on one batch of ${batch} the loss went from ${numberText(first)} to ${numberText(last)} in ${steps} steps${both && ` (${both})`}`;
}

interface Proof {
  curve: CurveData;
  /** Loss at the end of the run in which one thing was changed. */
  changed: number;
}

/** A smaller rate learns what the program's rate does not. */
export function rateTooHigh({
  curve,
  changed,
  rate,
  better,
}: Proof & { rate: number | undefined; better: number }): Finding {
  return {
    code: "learning-rate-too-high",
    severity: "error",
    where: "optimizer",
    title: `training ${curve.outcome} because the learning rate is too high`,
    evidence: `${curveText(curve)}; with the rate divided by ${numberText(1 / better)} it ends at ${numberText(changed)}.`,
    fix:
      rate === undefined
        ? `divide the learning rate by ${numberText(1 / better)}, or start from tf.train.adam(3e-4).`
        : `a learning rate of ${numberText(rate * better)} instead of ${numberText(rate)}, or start from tf.train.adam(3e-4).`,
    confidence: 0.95,
    confirmed: "by-intervention",
    lesson,
  };
}

/** A larger rate learns what the program's rate does not. */
export function rateTooLow({
  curve,
  changed,
  rate,
  better,
}: Proof & { rate: number | undefined; better: number }): Finding {
  return {
    code: "learning-rate-too-low",
    severity: "warning",
    where: "optimizer",
    title: "the learning rate is too low to learn even one batch",
    evidence: `${curveText(curve)}; with ${better} times the rate it ends at ${numberText(changed)}.`,
    fix:
      rate === undefined
        ? `a learning rate ${better} times larger, or start from tf.train.adam(3e-4).`
        : `a learning rate of ${numberText(rate * better)} instead of ${numberText(rate)}, or start from tf.train.adam(3e-4).`,
    confidence: 0.9,
    confirmed: "by-intervention",
    lesson,
  };
}

/** Units that start equal and stay equal. */
export function symmetric({
  curve,
  layer,
  units,
  value,
  changed,
}: Partial<Proof> & { curve: CurveData; layer: string; units: number; value: number }): Finding {
  return {
    code: "symmetric-initialization",
    severity: "error",
    where: layer,
    title: "all units of a layer start with the same weights, and so stay copies of one another",
    evidence:
      `every one of the ${units} units of layer ${layer} starts with the same weights (the first is ${numberText(value)}); ${curveText(curve)}` +
      (changed === undefined ? "." : `; with random weights it ends at ${numberText(changed)}.`),
    fix: '{ kernelInitializer: "heNormal" } before ReLU, "glorotNormal" elsewhere.',
    confidence: 0.95,
    ...(changed === undefined ? {} : { confirmed: "by-intervention" as const }),
    lesson,
  };
}

/** A ReLU layer that answers nothing to every sample. */
export function deadUnits({ curve, layer }: { curve: CurveData; layer: string }): Finding {
  return {
    code: "dead-units",
    severity: "error",
    where: layer,
    title: "a layer answers 0 to every sample",
    evidence: `all outputs of layer ${layer} are 0 on the batch, so no gradient passes it; ${curveText(curve)}.`,
    fix: '{ kernelInitializer: "heNormal" }, biases of 0, and inputs of both signs.',
    confidence: 0.9,
    confirmed: "by-signature",
    lesson,
  };
}

/** Dropout that drops what was to be learnt. */
export function tooMuchDropout({ curve, changed }: Proof): Finding {
  return {
    code: "too-much-dropout",
    severity: "error",
    where: "model",
    title: "dropout keeps the network from learning even one batch",
    evidence: `${curveText(curve)}; without dropout it ends at ${numberText(changed)}.`,
    fix: "leave dropout out until the network overfits, then start with a rate of 0.2.",
    confidence: 0.9,
    confirmed: "by-intervention",
    lesson,
  };
}

/** A rate that says so by itself. */
export function dropsNearlyAll({ layer, rate }: { layer: string; rate: number }): Finding {
  return {
    code: "too-much-dropout",
    severity: "error",
    where: layer,
    title: "dropout lets almost nothing through",
    evidence: `the rate is ${numberText(rate)}: ${numberText(100 * (1 - rate))} % of the activations are left while training.`,
    fix: "{ rate } is the share that is dropped: start with 0.2, and not above 0.5.",
    confidence: 0.9,
    confirmed: "by-signature",
    lesson,
  };
}

/** Regularization that outweighs the data. */
export function regularizationTooStrong({ curve, changed }: Proof): Finding {
  return {
    code: "regularization-too-strong",
    severity: "error",
    where: "model",
    title: "regularization keeps the network from learning even one batch",
    evidence: `${curveText(curve)}; without it the loss ends at ${numberText(changed)}.`,
    fix: "leave regularization out until the network overfits, then start with tf.regularizers.l2({ l2: 1e-4 }).",
    confidence: 0.9,
    confirmed: "by-intervention",
    lesson,
  };
}

/** Steps that leave every weight as it was. */
export function updatesNotApplied({ curve, rate }: { curve: CurveData; rate: number | undefined }): Finding {
  return {
    code: "updates-not-applied",
    severity: "error",
    where: "step",
    title: "training changes no weight",
    evidence: `after ${curve.steps} steps every weight is as it was${rate === 0 ? "; the learning rate is 0" : ""}.`,
    fix: "return the loss from inside optimizer.minimize(() => loss, true), and compute it there from model.apply(x, { training: true }).",
    confidence: 0.95,
    confirmed: "by-signature",
    lesson,
  };
}

/** NaN that no learning rate takes away. */
export function numericsNonFinite({ curve, step }: { curve: CurveData; step: number }): Finding {
  return {
    code: "numerics-non-finite",
    severity: "error",
    where: "loss",
    title: "training gives NaN or infinity, at any learning rate",
    evidence: `the loss is not finite at step ${step} of training on one batch of ${curve.batch}, also at a hundredth of the rate.`,
    fix: "look for a logarithm of 0, a square root at 0 or a division in the loss and in layers of your own; clip before it.",
    confidence: 0.85,
    confirmed: "by-intervention",
    lesson,
  };
}

/** One batch is not learnt, and no single change made it. */
export function notLearnt({ curve, tried }: { curve: CurveData; tried: readonly string[] }): Finding {
  return {
    code: "underfitting",
    severity: "warning",
    where: "model",
    title: `training on one batch ${curve.outcome}`,
    evidence: `${curveText(curve)}${tried.length > 0 ? `; tried in vain: ${tried.join(", ")}` : ""}.`,
    fix: "look at the loss, at what x and y hold just before it, and at each layer with stepThrough(model, x); then make the model larger.",
    confidence: 0.6,
    lesson,
  };
}

/** Learnt in part: a small model does that, and so it is only noted. */
export function learntInPart({ curve }: { curve: CurveData }): Finding {
  return {
    code: "model-too-small",
    severity: "note",
    where: "model",
    title: "the network learns one batch only in part",
    evidence: `${curveText(curve)}.`,
    fix: "nothing, if the model is meant to be this small; otherwise add units or a layer.",
    confidence: 0.3,
    lesson,
  };
}
