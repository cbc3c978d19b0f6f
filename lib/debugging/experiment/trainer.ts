import * as tf from "@tensorflow/tfjs";
import { trainStep } from "../../training/index.js";
import type { Case } from "../program/case.js";
import { disposeOptimizer, freshOptimizer } from "../program/compiled.js";
import { learningRateOf, setLearningRate } from "../program/learning-rate.js";

/** What an experiment changes in the program. */
export interface Variant {
  /** The learning rate, times this; defaults to 1. */
  rate?: number;
  /** False: layers behave as in evaluation, so dropout is off. */
  training?: boolean;
  /** False: regularization is left out of the loss. */
  penalties?: boolean;
}

/** The program's own way to make one update. */
export interface Trainer {
  step(x: tf.Tensor, y: tf.Tensor): tf.Scalar;
  /** Puts the optimizer's learning rate back and frees what was made. */
  dispose(): void;
}

/**
 * The program's update with one thing changed, or undefined where this program does not let it be changed.
 *
 * Without its own step the update is the one of `model.fit`, with an optimizer of the same kind and settings that
 * has not seen any step yet; with it, the program's step runs, and only the learning rate can be changed.
 */
export function makeTrainer(
  { program, model, loss }: Case,
  { rate = 1, training = true, penalties = true }: Variant = {},
): Trainer | undefined {
  const own = typeof program.optimizer === "string" ? undefined : program.optimizer;
  if (program.step !== undefined) {
    const usual = own && learningRateOf(own);
    if (!training || !penalties) return undefined;
    if (rate !== 1 && (usual === undefined || !setLearningRate(own!, rate * usual))) return undefined;
    return {
      step: (x, y) => tf.tidy(() => program.step!(x, y)),
      dispose: () => {
        if (rate !== 1) setLearningRate(own!, usual!);
      },
    };
  }
  const optimizer = freshOptimizer(program.optimizer);
  const used = optimizer ?? own!;
  const usual = learningRateOf(used);
  if (rate !== 1 && (usual === undefined || !setLearningRate(used, rate * usual))) {
    if (optimizer !== undefined) disposeOptimizer(optimizer);
    return undefined;
  }
  return {
    step: trainStep(model, used, { loss, training, penalties }),
    dispose: () => {
      if (optimizer !== undefined) disposeOptimizer(optimizer);
      else if (usual !== undefined) setLearningRate(used, usual);
    },
  };
}
