import * as tf from "@tensorflow/tfjs";
import { observeLayers } from "./observe-layers.js";

/**
 * What the model's last layer gave while something ran, before the program did anything more to it.
 *
 * @returns the output, which the caller disposes; undefined if the model was not called, or not with all the rows
 */
export function lastOutput(model: tf.LayersModel, rows: number, run: () => void): tf.Tensor | undefined {
  const kept: { output?: tf.Tensor } = {};
  tf.tidy(() => {
    observeLayers(model, run, (_, __, [output]) => {
      kept.output?.dispose();
      kept.output = tf.keep(output!.clone());
    });
  });
  if (kept.output === undefined || kept.output.shape[0] === rows) return kept.output;
  kept.output.dispose();
  return undefined;
}
