import type * as tf from "@tensorflow/tfjs";
import type { EpochRecord } from "../../core/index.js";
import type { Best } from "./early-stopping.js";
import { LossSum } from "./loss-sum.js";

/** Where a training stands between two updates; with the weights and the optimizer's slots, all there is to know. */
export interface RunState {
  /** Updates made in all. */
  step: number;
  /** Of this epoch, the updates made. */
  stepInEpoch: number;
  /** The losses that this epoch has seen. */
  readonly losses: LossSum;
  /** Seconds spent training in this epoch. */
  seconds: number;
  /** The epochs that have ended. */
  epochs: EpochRecord[];
  /** With early stopping: the best epoch so far. */
  best: Best | undefined;
  /** Its weights, where they are to be restored; they belong to the state. */
  bestWeights: tf.Tensor[];
  /** Whether early stopping has ended it. */
  early: boolean;
}

/** Before the first update. */
export function freshState(): RunState {
  return {
    ...{ step: 0, stepInEpoch: 0, losses: new LossSum(), seconds: 0, epochs: [] },
    ...{ best: undefined, bestWeights: [], early: false },
  };
}
