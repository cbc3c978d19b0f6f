import * as tf from "@tensorflow/tfjs";
import { type Dataset, UsageError } from "../core/index.js";
import { batchOf } from "./batch-of.js";
import { nextTurn } from "./next-turn.js";
import { toInput } from "./to-input.js";

/** How far a row of probabilities may sum from 1: float32 over a thousand classes stays well inside. */
const sumTolerance = 1e-3;

/** Samples looked at in one go. */
const chunk = 256;

/**
 * Throws where a model and a data set cannot go together, before any time is spent on them.
 *
 * @param functionName - as the caller typed it
 * @param name - what the data set is called there; defaults to "a data set"
 * @throws UsageError for an empty set, labels outside the classes, another shape than the model takes, another number
 *   of outputs than classes, outputs that are no probabilities, batches of another type or shape, and pixels that are NaN or
 *   infinite
 */
export async function assertFits(
  functionName: string,
  model: tf.LayersModel,
  dataset: Dataset,
  name = "a data set",
): Promise<void> {
  assertLabels(functionName, dataset, name);
  assertShapes(functionName, model, dataset, name);
  await assertFinite(functionName, dataset, name);
  await assertProbabilities(functionName, model, dataset);
}

function assertLabels(functionName: string, { size, labels, classes }: Dataset, name: string): void {
  if (size === 0)
    throw new UsageError({
      got: `${functionName} got ${name} without samples.`,
      expected: "one sample or more.",
      fix: "check how the data were loaded and split: dataset.size should not be 0.",
    });
  if (labels.length !== size)
    throw new UsageError({
      got: `${functionName} got ${name} with ${size} samples and ${labels.length} labels.`,
      expected: "one label per sample.",
      fix: "cut samples and labels from the same rows.",
    });
  const wrong = labels.findIndex(
    (label) => !(Number.isInteger(label) && label >= 0 && label < classes.length),
  );
  if (wrong !== -1)
    throw new UsageError({
      got: `${functionName} got ${name} with the label ${labels[wrong]} at sample ${wrong}.`,
      expected: `whole labels from 0 to ${classes.length - 1}, for the ${classes.length} classes ${classes.slice(0, 4).join(", ")}${classes.length > 4 ? ", …" : ""}.`,
      fix:
        labels[wrong] === classes.length
          ? "labels that count from 1: subtract 1 from each."
          : "name every class in dataset.classes, or repair the label.",
    });
}

function assertShapes(
  functionName: string,
  model: tf.LayersModel,
  { shape, classes }: Dataset,
  name: string,
): void {
  if (model.inputs.length !== 1 || model.outputs.length !== 1)
    throw new UsageError({
      got: `${functionName} got a model with ${model.inputs.length} inputs and ${model.outputs.length} outputs.`,
      expected: "one input and one output.",
      fix: "train a model of several inputs or outputs with model.compile and model.fit.",
    });
  const wanted = model.inputs[0]!.shape.slice(1);
  if (wanted.length !== shape.length || wanted.some((size, axis) => size !== null && size !== shape[axis]))
    throw new UsageError({
      got: `${functionName} got ${name} with samples of shape [${shape.join(", ")}].`,
      expected: `shape [${wanted.map((size) => size ?? "any").join(", ")}], the model's input.`,
      fix: `build the model with { inputShape: [${shape.join(", ")}] }.`,
    });
  const units = model.outputs[0]!.shape.at(-1);
  if (model.outputs[0]!.shape.length !== 2 || units !== classes.length)
    throw new UsageError({
      got: `${functionName} got a model with output shape [batch, ${model.outputs[0]!.shape.slice(1).join(", ")}] and ${name} with ${classes.length} classes.`,
      expected: `output shape [batch, ${classes.length}]: one probability per class.`,
      fix: `end the model with tf.layers.dense({ units: ${classes.length}, activation: "softmax" }).`,
    });
}

async function assertFinite(functionName: string, dataset: Dataset, name: string): Promise<void> {
  for (let start = 0; start < dataset.size; start += chunk) {
    const length = Math.min(chunk, dataset.size - start);
    const indices = Uint32Array.from({ length }, (_, i) => start + i);
    if (batchOf(functionName, dataset, indices, name).x instanceof Uint8Array) return; // bytes cannot be NaN
    await nextTurn();
  }
}

async function assertProbabilities(
  functionName: string,
  model: tf.LayersModel,
  dataset: Dataset,
): Promise<void> {
  const rows = Uint32Array.from({ length: Math.min(8, dataset.size) }, (_, i) => i);
  const output = tf.tidy(() => model.predict(toInput(dataset.batch(rows))) as tf.Tensor2D); // [batch, classes]
  const values = await output.data();
  output.dispose();
  const classes = dataset.classes.length;
  for (const row of rows) {
    const probabilities = values.subarray(row * classes, (row + 1) * classes) as Float32Array;
    const sum = probabilities.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > sumTolerance || probabilities.some((value) => value < 0))
      throw new UsageError({
        got: `${functionName} got a model whose output is not probabilities: a row sums to ${sum.toPrecision(4)}.`,
        expected: "numbers from 0 to 1 that sum to 1.",
        fix: `give the last layer { activation: "softmax" }.`,
      });
  }
}
