import * as tf from "@tensorflow/tfjs";
import type { TrainingProgram } from "../training-program.js";

/** A place in the stream of tensors: those made later have higher numbers. */
export function tensorMark(): number {
  const probe = tf.scalar(0);
  const mark = probe.id;
  probe.dispose();
  return mark;
}

/**
 * Disposes what a function made for us: its model, data and optimizer, as far as they are younger than the mark.
 * What it only handed on, such as a data set that several programs share, stays.
 */
export function disposeMadeSince(mark: number, program: TrainingProgram): void {
  const young = (tensor: tf.Tensor) => tensor.id > mark && !tensor.isDisposed;
  const weights = program.model?.weights ?? [];
  if (weights.length > 0 && weights.every((weight) => young(weight.read()))) {
    program.model.dispose();
    if (typeof program.optimizer !== "string") disposeOptimizer(program.optimizer);
  }
  for (const part of [program.train, program.validation])
    for (const value of [part?.x, part?.y]) if (value instanceof tf.Tensor && young(value)) value.dispose();
}

/** An optimizer that has been disposed with its model throws the second time. */
function disposeOptimizer(optimizer: tf.Optimizer): void {
  try {
    optimizer.dispose();
  } catch {
    // gone already
  }
}
