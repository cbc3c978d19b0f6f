import * as tf from "@tensorflow/tfjs";
import { permutation, randomSource, UsageError } from "../../core/index.js";
import type { LabelledSamples, TrainingProgram } from "../training-program.js";
import { asTensor } from "./as-tensor.js";
import { assertTrainingProgram } from "./assert-training-program.js";
import type { Case } from "./case.js";
import { lossFunction } from "./compiled.js";
import { labelForm } from "./label-form.js";
import { lastActivations } from "./last-activation.js";
import { taskOf } from "./task-of.js";

/** Options for {@link openCase}. */
export interface OpenCaseOptions {
  seed: number;
  signal?: AbortSignal | undefined;
}

/**
 * Makes a program ready to be examined. It reads data and structure only; nothing is trained.
 *
 * @throws UsageError where the program is not one, or is of a kind that the checks cannot read
 */
export async function openCase(program: TrainingProgram, { seed, signal }: OpenCaseOptions): Promise<Case> {
  assertTrainingProgram(program);
  const { model } = program;
  const made: tf.Tensor[] = [];
  const open = (samples: LabelledSamples, name: string): { x: tf.Tensor; y: tf.Tensor } => {
    const x = asTensor(samples.x, `${name}.x`, inputRow(model));
    if (x !== samples.x) made.push(x);
    const y = asTensor(samples.y, `${name}.y`, labelRow(samples.y, x.shape[0] ?? 0));
    if (y !== samples.y) made.push(y);
    return { x, y };
  };
  try {
    const { x, y } = open(program.train, "train");
    const validation = program.validation && open(program.validation, "validation");
    build(model, x);
    const units = (model.outputs[0]!.shape.at(-1) ?? 1) as number;
    const activations = lastActivations(model);
    const labels = labelForm(await y.data(), y.shape[0] ?? 0);
    const samples = x.shape[0] ?? 0;
    return {
      program,
      model,
      x,
      y,
      ...(validation && { validation }),
      samples,
      labels,
      task: taskOf(program, labels, { units, activation: activations[0] }),
      units,
      activations,
      seed,
      signal,
      loss: meanLoss(program),
      predict: (input) =>
        tf.tidy(() => (program.predict ?? ((rows) => model.predict(rows) as tf.Tensor))(input)),
      rows: (indices) =>
        tf.tidy(() => {
          const at = tf.tensor1d(Int32Array.from(indices), "int32");
          return { x: x.gather(at), y: y.gather(at) };
        }),
      someRows: (count) =>
        permutation(samples, randomSource(seed, "doctor", "rows")).subarray(0, Math.min(count, samples)),
      dispose: () => tf.dispose(made),
    };
  } catch (error) {
    tf.dispose(made);
    throw error;
  }
}

/** One sample's shape as the model wants it; for typed arrays. */
function inputRow(model: tf.LayersModel): number[] {
  const shape = model.inputs?.[0]?.shape ?? [];
  return shape.slice(1).map((size) => size ?? 1);
}

/** A typed array of labels holds one number a sample, or a whole row for each. */
function labelRow(y: tf.Tensor | tf.TensorLike, samples: number): number[] {
  const numbers = ArrayBuffer.isView(y) ? (y as Float32Array).length : 0;
  return samples > 0 && numbers > samples && numbers % samples === 0 ? [numbers / samples] : [];
}

/** A model without an input shape makes its weights at the first batch it sees. */
function build(model: tf.LayersModel, x: tf.Tensor): void {
  if (!model.inputs?.length) tf.tidy(() => void model.predict(x.slice(0, Math.min(2, x.shape[0] ?? 0))));
  if (model.inputs.length !== 1 || model.outputs.length !== 1)
    throw new UsageError({
      got: `a model with ${model.inputs.length} inputs and ${model.outputs.length} outputs.`,
      expected: "one input and one output.",
      fix: "check each output by itself: tf.model({ inputs, outputs: oneOfThem }).",
    });
}

/** Without an own step labels of shape [samples] become [samples, 1], as `model.fit` makes them. */
function meanLoss(program: TrainingProgram): Case["loss"] {
  const raw = lossFunction(program.loss);
  const asFitDoes = program.step === undefined || typeof program.loss === "string";
  return (y, output) =>
    tf.tidy(() => raw(asFitDoes && y.rank === 1 ? y.expandDims(1) : y, output).mean<tf.Scalar>());
}
