import type { AdagradSettings } from "./adagrad.js";
import type { AdamSettings } from "./adam.js";
import type { MomentumSettings } from "./momentum.js";
import type { RmsPropSettings } from "./rms-prop.js";

/** The optimizers by name. */
export type OptimizerName = "sgd" | "momentum" | "nesterov" | "adam" | "adamW" | "rmsprop" | "adagrad";

/** What every optimizer takes. */
export interface WeightDecay {
  /**
   * Decoupled weight decay: each update also takes learning rate × this share off the weights. Weights of one axis, as
   * biases and the scales of a normalization, are left alone. Defaults to 0, for "adamW" to 0.01.
   */
  weightDecay?: number;
}

/** An optimizer with its settings, as plain data: `{ name: "adamW", weightDecay: 0.05 }`. */
export type OptimizerSettings = WeightDecay &
  (
    | { name: "sgd" }
    | ({ name: "momentum" | "nesterov" } & MomentumSettings)
    | ({ name: "adam" | "adamW" } & AdamSettings)
    | ({ name: "rmsprop" } & RmsPropSettings)
    | ({ name: "adagrad" } & AdagradSettings)
  );
