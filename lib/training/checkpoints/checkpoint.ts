import type { EpochRecord } from "../../core/index.js";
import type { Best } from "../fit/early-stopping.js";
import type { RunIdentity } from "./run-identity.js";
import type { StoredTensor } from "./stored-tensor.js";

/** Where a training stands, as numbers. Order, noise and augmentation are addressed by seed and step, so they need no more. */
export interface StoredState {
  readonly step: number;
  readonly stepInEpoch: number;
  readonly lossSum: number;
  readonly seconds: number;
  readonly epochs: readonly EpochRecord[];
  readonly best?: Best | undefined;
  readonly early: boolean;
}

/** All that a training needs to go on as if it had never stopped. */
export interface Checkpoint {
  readonly identity: RunIdentity;
  readonly state: StoredState;
  /** The model's weights, in its order. */
  readonly weights: readonly StoredTensor[];
  /** The optimizer's running powers and slots. */
  readonly optimizer: readonly StoredTensor[];
  /** The weights of the best epoch, where early stopping wants them back. */
  readonly best: readonly StoredTensor[];
}
