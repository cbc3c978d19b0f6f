import * as tf from "@tensorflow/tfjs";
import type { Finding } from "../../core/index.js";
import { answersForLoss } from "../program/answers-for-loss.js";
import type { Case } from "../program/case.js";
import { activationOf } from "../program/last-activation.js";
import { layersOf } from "../program/layers-of.js";
import { type LossProbe, probeLoss, takesLogits } from "../program/probe.js";
import { valueRange } from "../program/value-range.js";
import type { TrainingProgram } from "../training-program.js";
import { numberText } from "../wording/number-text.js";
import * as words from "../wording/output.js";
import { type Check, skipWhenExplained } from "./check.js";
import { softmaxInStep } from "./softmax-in-step.js";
import { softmaxTwiceInModel } from "./softmax-twice-in-model.js";

/** What a model's output looks like on real samples. */
type OutputKind = "distribution" | "unit interval" | "scores";

/**
 * Last layer and loss together: each may be right and the pair wrong.
 *
 * The loss is probed with answers made up from the labels, so that a function is understood as well as a name, and
 * the output is measured on samples, so that an activation is seen however it came there.
 */
export const lossAndOutput: Check = {
  name: "loss and last layer: softmax once, right sign, mean, shapes",
  async run(patient, earlier) {
    skipWhenExplained(earlier, [
      "shape-mismatch",
      "channels-order",
      "single-unit-softmax",
      "non-finite-data",
    ]);
    const probe = probeLoss(patient);
    const { kind, min, max, shape, failure } = await outputOf(patient);
    if (failure) return [failure];
    const findings: Finding[] = [...hidden(patient)];
    const broadcast = broadcasts(patient, shape);
    if (broadcast) return [broadcast, ...findings];
    const twice =
      (await softmaxTwiceInModel(patient, kind === "distribution")) ?? (await softmaxInStep(patient));
    if (twice) findings.unshift(twice);
    if (probe) findings.unshift(...pair(patient, probe, kind, twice === undefined, { min, max }));
    if (patient.task === "regression") findings.unshift(...distance(patient, shape));
    return findings;
  },
};

/** What the loss does on the model's kind of output. */
function pair(
  { program, units, activations, task }: Case,
  probe: LossProbe,
  kind: OutputKind,
  once: boolean,
  { min, max }: { min: number; max: number },
): Finding[] {
  const [right, wrong] = [probe.loss(0.9, 0.1 / units), probe.lossWhenWrong(0.9, 0.1 / units)];
  if (right > wrong * (1 + 1e-6) + 1e-6)
    return [words.signFlipped({ where: "loss", right, wrong, by: "by-signature" })];
  const findings: Finding[] = [];
  const inside = takesLogits(probe, units);
  const certain = probe.loss(1, 0);
  if (inside && units > 1 && kind === "distribution" && once && task !== "multilabel")
    findings.push(
      words.doubleSoftmax({
        where: "loss",
        evidence:
          `answers that are exactly right still cost ${numberText(certain)}` +
          (Math.abs(certain - Math.log(Math.E + units - 1) + 1) < 0.01
            ? `, which is ln(e + ${units} − 1) − 1, the floor of a softmax inside the loss`
            : "") +
          "; the model's output is already a softmax.",
        fix: 'remove { activation: "softmax" } from the last layer, or use "categoricalCrossentropy" as the loss.',
        by: "by-signature",
      }),
    );
  else if (inside && kind !== "scores" && activations[0] === "sigmoid")
    findings.push(words.doubleSigmoid({ loss: certain }));
  else if (!inside && lacksActivation(program.loss, kind, probe, units))
    findings.push(
      words.missingActivation({
        loss: typeof program.loss === "string" ? program.loss : "the cross-entropy",
        wanted:
          units === 1 || task === "multilabel" || program.loss === "binaryCrossentropy"
            ? "sigmoid"
            : "softmax",
        activation: activations[0] ?? "unknown",
        min,
        max,
      }),
    );
  const [one, two] = [right, probe.lossTwice(0.9, 0.1 / units)];
  if (Math.abs(two - 2 * one) < 1e-3 * Math.abs(one) && one > 0)
    findings.push(words.sumNotMean({ one, two, rows: probe.rows }));
  const worst = [certain, probe.lossWhenWrong(1, 0)].find((value) => !Number.isFinite(value));
  if (worst !== undefined && !inside) findings.push(words.unclippedLog({ value: worst }));
  return findings;
}

/** A cross-entropy of probabilities, on an output that holds none, or none that sum to 1 where they should. */
function lacksActivation(
  loss: TrainingProgram["loss"],
  kind: OutputKind,
  probe: LossProbe,
  units: number,
): boolean {
  const ofShares = loss === "categoricalCrossentropy" || loss === "sparseCategoricalCrossentropy";
  if (kind === "scores") return ofShares || loss === "binaryCrossentropy" || isLogarithmic(probe, units);
  return kind === "unit interval" && ofShares && units > 1;
}

/** Whether a wrong answer costs the logarithm of its probability: each factor of ten adds the same again. */
function isLogarithmic(probe: LossProbe, units: number): boolean {
  const at = (p: number) => probe.loss(p, (1 - p) / Math.max(1, units - 1));
  if (units === 1) return false;
  const [first, second] = [at(1e-3) - at(1e-2), at(1e-4) - at(1e-3)];
  return first > 0.1 && second / first > 0.8 && second / first < 1.2;
}

async function outputOf(patient: Case) {
  const rows = patient.rows(patient.someRows(32));
  const output = await answersForLoss(patient, rows.x, rows.y);
  const failure = whyLossFails(patient, rows.y, output);
  const values = await output.data();
  const shape = [...output.shape];
  tf.dispose([rows.x, rows.y, output]);
  const { min, max } = valueRange(values);
  const columns = shape.at(-1)!;
  const inside = min >= 0 && max <= 1 + 1e-6;
  const sums = Array.from({ length: values.length / columns }, (_, row) =>
    Array.from({ length: columns }, (_, c) => values[row * columns + c]!).reduce(
      (sum, value) => sum + value,
      0,
    ),
  );
  const distribution = inside && columns > 1 && sums.every((sum) => Math.abs(sum - 1) < 1e-3);
  // A ReLU may by chance stay inside 0…1: only an activation that must stay there counts.
  const bounded = inside && !["relu", "linear"].includes(patient.activations[0] ?? "unknown");
  const kind: OutputKind = distribution ? "distribution" : bounded ? "unit interval" : "scores";
  return { kind, min, max, shape, failure };
}

/** A loss that throws on the program's own labels and answers stops the training at its first step. */
function whyLossFails({ loss, program }: Case, y: tf.Tensor, output: tf.Tensor): Finding | undefined {
  try {
    loss(y, output).dispose();
    return undefined;
  } catch (error) {
    const message = (error as Error).message.split("\n")[0]!;
    const name = typeof program.loss === "string" ? program.loss : "the loss";
    return words.lossFails({ loss: name, message, labels: y, output });
  }
}

/** Labels [samples] against output [samples, 1] subtract into [samples, samples]. */
function broadcasts({ loss, y, program }: Case, output: number[]): Finding | undefined {
  if (program.step === undefined || y.rank !== 1 || output.length !== 2 || output[1] !== 1) return undefined;
  const size = Math.min(16, y.shape[0]!);
  const costs = pairOfLosses(
    (labels) => {
      const answers = labels.mul(0.8).add(0.1).reshape([size, 1]);
      return [loss(labels, answers), loss(labels.reshape([size, 1]), answers)];
    },
    y.slice(0, size),
  );
  if (costs === undefined) return undefined;
  const [apart, together] = costs;
  const differ = Math.abs(apart - together) > 1e-3 * Math.max(Math.abs(apart), Math.abs(together));
  return differ ? words.silentBroadcast({ labels: [size], output: [size, 1], apart, together }) : undefined;
}

/** For numbers: right answers must cost less than answers that are one deviation off. */
function distance({ loss, y, samples }: Case, output: number[]): Finding[] {
  const size = Math.min(32, samples);
  const rows = y.slice(0, size);
  const costs = pairOfLosses((targets) => {
    const answers = targets.reshape([size, ...output.slice(1)]);
    const off = tf.moments(targets).variance.sqrt().add(0.1);
    return [loss(targets, answers), loss(targets, answers.add(off))];
  }, rows);
  if (costs === undefined) return []; // not one number per target: the experiment will tell
  const [right, wrong] = costs;
  return right > wrong ? [words.signFlipped({ where: "loss", right, wrong, by: "by-signature" })] : [];
}

/** Two losses as numbers, or undefined where the loss does not take such labels and answers. Disposes `labels`. */
function pairOfLosses(
  losses: (labels: tf.Tensor) => [tf.Scalar, tf.Scalar],
  labels: tf.Tensor,
): [number, number] | undefined {
  try {
    const [first, second] = tf.tidy(() => losses(labels.toFloat()).map((loss) => loss.dataSync()[0]!));
    return [first!, second!];
  } catch {
    return undefined;
  } finally {
    labels.dispose();
  }
}

/** Dense and convolutional layers before the last one that end in a softmax. */
function hidden({ model, units }: Case): Finding[] {
  const weighted = layersOf(model).filter((layer) => layer.countParams() > 0);
  const guilty = weighted
    .slice(0, -1)
    .find((layer) => /^(Dense|Conv\dD)$/.test(layer.getClassName()) && activationOf(layer) === "softmax");
  if (guilty === undefined) return [];
  const width = ([guilty.outputShape].flat() as number[]).at(-1) ?? 0;
  if (width === units && units > 1)
    return [
      words.doubleSoftmax({
        where: guilty.name,
        evidence: `layer ${guilty.name} ends in a softmax over ${width} units, and the last layer in another over ${units}.`,
        fix: `remove one of the two layers, or give ${guilty.name} { activation: "relu" }.`,
        by: undefined,
      }),
    ];
  return [words.hiddenSoftmax({ where: guilty.name, units: width })];
}
