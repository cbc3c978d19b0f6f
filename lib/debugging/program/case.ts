import type * as tf from "@tensorflow/tfjs";
import type { Task, TrainingProgram } from "../training-program.js";
import type { LabelForm } from "./label-form.js";

/** A training program as the checks see it: data as tensors, loss as a function, everything that can be read off named. */
export interface Case {
  readonly program: TrainingProgram;
  readonly model: tf.LayersModel;
  /** All training samples, shape [samples, …sample]. */
  readonly x: tf.Tensor;
  /** Their labels, as the program gives them. */
  readonly y: tf.Tensor;
  readonly validation?: { readonly x: tf.Tensor; readonly y: tf.Tensor };
  readonly samples: number;
  /** The labels' numbers, row-major, and how many stand in a row. */
  readonly labels: LabelForm;
  readonly task: Task;
  /** The last axis of the model's output. */
  readonly units: number;
  /** The model's last activations, last first; see `lastActivations`. */
  readonly activations: readonly string[];
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  /** The program's loss as a mean, for labels as in `y` and outputs of the model; the caller disposes it. */
  loss(y: tf.Tensor, output: tf.Tensor): tf.Scalar;
  /** The model in evaluation mode, through the program's own `predict` where it has one; the caller disposes it. */
  predict(x: tf.Tensor): tf.Tensor;
  /** Samples and labels at these rows; the caller disposes both. */
  rows(indices: Uint32Array): { x: tf.Tensor; y: tf.Tensor };
  /** As many rows as asked for, or all, drawn by the seed; the same ones each time. */
  someRows(count: number): Uint32Array;
  /** Frees what opening the case made. */
  dispose(): void;
}
