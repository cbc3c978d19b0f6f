import * as tf from "@tensorflow/tfjs";
import type { TrainingProgram } from "../training-program.js";

/** The loss as a mean, and the loss function before the mean. */
export type LossFunction = (yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor;

/**
 * The function behind a loss's name. TensorFlow.js does not export its table of losses, but compiling reads it.
 *
 * @throws TensorFlow.js' own error for an unknown name
 */
export function lossFunction(loss: TrainingProgram["loss"]): LossFunction {
  if (typeof loss === "function") return loss;
  const probe = tinyModel();
  try {
    probe.compile({ loss, optimizer: "sgd" });
    return probe.lossFunctions[0] as LossFunction;
  } finally {
    probe.dispose();
  }
}

/**
 * An optimizer like the program's with no memory of earlier steps, so that an experiment cannot disturb it.
 *
 * @returns the optimizer, which the caller disposes; undefined for a class that cannot be copied
 */
export function freshOptimizer(optimizer: tf.Optimizer | string): tf.Optimizer | undefined {
  if (typeof optimizer === "string") return namedOptimizer(optimizer);
  const type = optimizer.constructor as tf.serialization.SerializableConstructor<tf.Optimizer>;
  try {
    return type.fromConfig(type, optimizer.getConfig());
  } catch {
    return undefined;
  }
}

/** Frees an optimizer that we made. Momentum, in TensorFlow.js, forgets the scalar that its parent class keeps. */
export function disposeOptimizer(optimizer: tf.Optimizer): void {
  optimizer.dispose();
  const rate = (optimizer as unknown as { c?: unknown }).c;
  if (rate instanceof tf.Tensor && !rate.isDisposed) rate.dispose();
}

function namedOptimizer(name: string): tf.Optimizer {
  const probe = tinyModel();
  probe.compile({ loss: "meanSquaredError", optimizer: name });
  const named = probe.optimizer;
  const config = named.getConfig();
  const type = named.constructor as tf.serialization.SerializableConstructor<tf.Optimizer>;
  probe.dispose(); // takes its own optimizer along
  return type.fromConfig(type, config);
}

/** A functional model: `tf.sequential` keeps its losses out of reach. */
function tinyModel(): tf.LayersModel {
  const input = tf.input({ shape: [1] });
  const output = tf.layers.activation({ activation: "linear" }).apply(input) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: output });
}
