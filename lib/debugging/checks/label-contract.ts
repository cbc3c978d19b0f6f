import type { Finding } from "../../core/index.js";
import type { LabelForm } from "../program/label-form.js";
import { valueRange } from "../program/value-range.js";
import type { Task } from "../training-program.js";
import * as words from "../wording/labels.js";
import { numberText } from "../wording/number-text.js";
import { outputRangeMismatch, singleUnitSoftmax } from "../wording/output.js";
import { type Check, skipWhenExplained } from "./check.js";

/** What the labels are held against; see {@link checkLabels}. */
export interface LabelContract {
  /** Units of the last layer. */
  units: number;
  /** Activation of the last layer, in TensorFlow.js' names. */
  activation: string | undefined;
  /** The loss's name, or undefined for a function. */
  loss: string | undefined;
  task: Task;
  /** Shape of the labels and of the model's output, for messages; default to what the other fields imply. */
  shapes?: { labels: readonly number[]; output: readonly (number | null)[] };
  /** How findings call the labels; defaults to "train.y". */
  where?: string;
}

/** Losses that take a probability distribution per sample. */
const distributionLosses = [
  "categoricalCrossentropy",
  "sparseCategoricalCrossentropy",
  "kullbackLeiblerDivergence",
];

/** Losses that measure a distance between numbers. */
const distanceLosses = ["meanSquaredError", "meanAbsoluteError", "meanAbsolutePercentageError", "logcosh"];

/** Values that an activation can give. */
const reach: Record<string, readonly [number, number]> = {
  sigmoid: [0, 1],
  hardSigmoid: [0, 1],
  softmax: [0, 1],
  tanh: [-1, 1],
  relu: [0, Infinity],
  softplus: [0, Infinity],
};

/**
 * Whether labels, last layer and loss speak of the same thing: the form and range of the labels, the number of units,
 * the loss's kind.
 *
 * @param labels - the numbers and their form, from `labelForm`
 * @see the corresponding questions and bug reports in docs/doctor.md
 * @example
 * const labels = labelForm([1, 2, 3], 3);
 * checkLabels(labels, { units: 3, activation: "softmax", loss: "sparseCategoricalCrossentropy", task: "multiclass" })[0].title; // "the labels count from 1"
 */
export function checkLabels(labels: LabelForm, contract: LabelContract): Finding[] {
  if (contract.units === 1 && contract.activation === "softmax") return [singleUnitSoftmax()];
  const form = wrongForm(labels, contract);
  if (form) return [form];
  const task = wrongTask(labels, contract);
  return [...wrongValues(labels, contract), ...(task ? [task] : [])];
}

/** Shapes that cannot meet. */
function wrongForm(labels: LabelForm, contract: LabelContract): Finding | undefined {
  const { units, loss, task, where = "train.y" } = contract;
  const { form, columns, samples } = labels;
  const shapes = contract.shapes ?? { labels: [samples, columns], output: [null, units] };
  // A sequence or picture of labels has more axes; only plain tables of labels are read here.
  if (shapes.output.length !== 2) return undefined;
  const mismatch = (fix: string) => words.labelForm({ where, ...shapes, loss: loss ?? "the loss", fix });
  if (loss === "sparseCategoricalCrossentropy")
    return columns > 1
      ? mismatch('use "categoricalCrossentropy" for one-hot labels, or pass labels.argMax(-1).')
      : undefined;
  if (columns === units) return undefined;
  if (loss === "categoricalCrossentropy" && form === "integers")
    return mismatch(
      `tf.oneHot(tf.tensor1d(labels, "int32"), ${units}), or use "sparseCategoricalCrossentropy" for whole numbers.`,
    );
  // A function may want whole numbers for its own one-hot rows; a name tells that it does not.
  if (loss === undefined && form === "integers" && task === "multiclass") return undefined;
  if (loss === undefined && columns === 1 && shapes.labels.length === 1) return undefined;
  return mismatch(`give the last layer ${columns} units, one for each column of the labels.`);
}

function wrongValues(labels: LabelForm, contract: LabelContract): Finding[] {
  const { units, loss, task, activation, where = "train.y" } = contract;
  const { form, values, columns, samples, classes } = labels;
  if (columns === 1 && units > 1 && task === "multiclass") return outside(values, units, where);
  if (task === "binary" && columns === 1) return outside(values, 2, where, true);
  if (form === "one-hot" && task === "multiclass") {
    const first = classes!.indexOf(-1);
    const rows = classes!.reduce((count, label) => count + Number(label < 0), 0);
    const firstClassEmpty = !classes!.includes(0);
    return first < 0
      ? []
      : [words.emptyOneHotRows({ where, rows, first, samples, classes: columns, firstClassEmpty })];
  }
  if (form === "numbers" && columns > 1 && loss !== undefined && distributionLosses.includes(loss)) {
    const row =
      Array.from({ length: samples }, (_, i) => i).find((i) => Math.abs(rowSum(labels, i) - 1) > 1e-3) ?? 0;
    return [words.labelsRescaled({ where, row, sum: rowSum(labels, row), largest: valueRange(values).max })];
  }
  if (task === "regression" && activation !== undefined) return unreachable(values, activation);
  return [];
}

/** Labels that are no class index; binary ones may also be shares between 0 and 1. */
function outside(values: ArrayLike<number>, classes: number, where: string, binary = false): Finding[] {
  const wrong = Array.prototype.findIndex.call(
    values,
    (value: number) => !(value >= 0 && value <= classes - 1) || (!binary && !Number.isInteger(value)),
  );
  if (wrong < 0) return [];
  const { min, max } = valueRange(values);
  const countsFromOne = min === 1 && max === classes;
  return [words.labelOutOfRange({ where, value: values[wrong]!, row: wrong, classes, countsFromOne })];
}

function rowSum({ values, columns }: LabelForm, row: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column++) sum += values[row * columns + column]!;
  return sum;
}

function unreachable(values: ArrayLike<number>, activation: string): Finding[] {
  const range = reach[activation];
  if (range === undefined) return [];
  const [low, high] = range;
  const { min, max } = valueRange(values);
  return min >= low && max <= high ? [] : [outputRangeMismatch({ activation, low, high, min, max })];
}

/** A loss for another kind of question. */
function wrongTask(labels: LabelForm, { units, activation, loss, task }: LabelContract): Finding | undefined {
  if (loss === undefined) return undefined;
  if (loss === "categoricalCrossentropy" && units === 1)
    return words.lossTaskMismatch({
      title: "categoricalCrossentropy needs an output per class, and there is one",
      evidence: "with one unit every answer is scaled to 1, and the loss is 0 whatever the weights.",
      fix: '"binaryCrossentropy" with { units: 1, activation: "sigmoid" }.',
      confidence: 0.97,
    });
  if (labels.form === "several-hot" && (distributionLosses.includes(loss) || activation === "softmax"))
    return words.lossTaskMismatch({
      title: "a softmax gives one answer, the labels hold several",
      evidence: "some rows of the labels have more than one 1.",
      fix: '{ activation: "sigmoid" } in the last layer, with "binaryCrossentropy".',
      confidence: 0.97,
    });
  if (task === "regression" && (loss === "binaryCrossentropy" || distributionLosses.includes(loss)))
    return words.lossTaskMismatch({
      title: `${loss} is for classes, the targets are numbers`,
      evidence: `targets run from ${numberText(valueRange(labels.values).min)} to ${numberText(valueRange(labels.values).max)}.`,
      fix: '"meanSquaredError" with a linear last layer.',
    });
  if (task !== "regression" && distanceLosses.includes(loss))
    return words.lossTaskMismatch({
      title: `${loss} is for numbers, the labels are classes`,
      evidence:
        "answers that are surely wrong cost little more than unsure ones, so learning stalls on them.",
      fix: `"${units > 1 ? "categoricalCrossentropy" : "binaryCrossentropy"}".`,
      severity: "warning",
      confidence: 0.8,
    });
  return undefined;
}

/** The labels of the program, training and validation alike, against its last layer and loss. */
export const labelContract: Check = {
  name: "label contract: form and range, against last layer and loss",
  async run({ program, labels, task, units, activations, model, y }, earlier) {
    skipWhenExplained(earlier);
    return checkLabels(labels, {
      units,
      activation: activations[0],
      loss: typeof program.loss === "string" ? program.loss : undefined,
      task,
      shapes: { labels: y.shape, output: model.outputs[0]!.shape },
    });
  },
};
