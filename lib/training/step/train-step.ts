import type * as tf from "@tensorflow/tfjs";
import type { CompileReport } from "../../backend/index.js";
import { type BatchPart, type TrainStepOptions, updateStep } from "./update-step.js";

/** One update of a model's weights on a batch; returns the batch's mean loss, a scalar that the caller disposes. */
export interface TrainStep {
  /**
   * @param x - shape [batch, …sample]
   * @param y - what the loss takes; for the default, integer labels, shape [batch]
   * @param part - defaults to the whole update
   */
  (x: tf.Tensor, y: tf.Tensor, part?: BatchPart): tf.Scalar;
  /** Whether the step runs as one compiled call, and if not why. */
  report(): CompileReport;
  /** Frees what the step keeps between calls: its compiled form, and sums of gradients where updates come in parts. */
  dispose(): void;
}

/**
 * The step that `fit` repeats: forward in training mode, loss, backward, one update.
 *
 * Everything that changes from step to step is in the arguments, the weights and the optimizer, so on native
 * TensorFlow the step is recorded once and replayed as one compiled call.
 *
 * @param model - from [batch, …sample] to the loss's second argument
 * @param optimizer - updates the model's trainable weights in place
 */
export function trainStep(
  model: tf.LayersModel,
  optimizer: tf.Optimizer,
  options: TrainStepOptions = {},
): TrainStep {
  const update = updateStep(model, optimizer, (x: tf.Tensor, y: tf.Tensor) => ({ x, y }), options);
  const step = (x: tf.Tensor, y: tf.Tensor, part?: BatchPart) => update([x, y], part);
  return Object.assign(step, { report: update.report, dispose: update.dispose });
}
