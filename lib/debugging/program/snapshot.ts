import * as tf from "@tensorflow/tfjs";
import type { TrainingProgram } from "../training-program.js";

/** What an experiment may change, kept aside. */
export interface Snapshot {
  /** Puts weights and optimizer back as they were; may be called more than once. */
  restore(): Promise<void>;
  /** Frees the copies. */
  dispose(): void;
}

/**
 * Copies a model's weights, and an optimizer's slots, so that an experiment can train in place and leave no trace.
 *
 * @param model - its weights, trainable or not
 * @param optimizer - the program's own, where its own step uses it
 */
export async function snapshot(model: tf.LayersModel, optimizer?: tf.Optimizer): Promise<Snapshot> {
  const weights = model.getWeights().map((weight) => weight.clone());
  const slots = optimizer === undefined ? [] : await copyOfSlots(optimizer);
  return {
    async restore() {
      model.setWeights(weights);
      if (optimizer !== undefined) await restoreSlots(optimizer, slots);
    },
    dispose() {
      tf.dispose([...weights, ...slots.map((slot) => slot.tensor)]);
    },
  };
}

/** The optimizer that a program's own step may use: the one it names, if it is an object. */
export function ownOptimizer({ optimizer }: Pick<TrainingProgram, "optimizer">): tf.Optimizer | undefined {
  return typeof optimizer === "string" ? undefined : optimizer;
}

type NamedTensor = Awaited<ReturnType<tf.Optimizer["getWeights"]>>[number];

/** Iterations first, then a variable per slot, as every optimizer of TensorFlow.js lists them. */
async function copyOfSlots(optimizer: tf.Optimizer): Promise<NamedTensor[]> {
  const [iterations, ...slots] = await optimizer.getWeights();
  return [iterations!, ...slots.map(({ name, tensor }) => ({ name, tensor: tensor.clone() }))];
}

/** `setWeights` makes new variables, so the slots of the experiment are freed first. */
async function restoreSlots(optimizer: tf.Optimizer, kept: NamedTensor[]): Promise<void> {
  const current = await optimizer.getWeights();
  tf.dispose(current.map((slot) => slot.tensor));
  await optimizer.setWeights(kept);
}
