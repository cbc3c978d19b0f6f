import type * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";

/** @throws UsageError where no update could change the model */
export function assertTrainable(model: tf.LayersModel): void {
  if (model.trainableWeights.length > 0) return;
  throw new UsageError({
    got: `fit got a model with ${model.weights.length} weights, none of them trainable.`,
    expected: "one trainable weight or more.",
    fix:
      model.weights.length === 0 ? "add a layer that has weights." : "thaw a layer: layer.trainable = true.",
  });
}
