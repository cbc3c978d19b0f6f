import * as tf from "@tensorflow/tfjs";
import { UsageError } from "../core/index.js";
import { asTensor } from "./program/as-tensor.js";
import { observeLayers } from "./program/observe-layers.js";
import { valueRange } from "./program/value-range.js";

/** What one layer did to one batch. */
export interface LayerStep {
  /** The layer's name. */
  readonly layer: string;
  /** Its kind, such as "Dense". */
  readonly kind: string;
  /** With the batch axis. */
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  readonly dtype: string;
  /** Smallest and largest finite number of the output. */
  readonly min: number;
  readonly max: number;
  /** How many numbers of the output are NaN or infinite. */
  readonly nonFinite: number;
  /** Trainable or not. */
  readonly parameters: number;
}

/**
 * Sends one batch through a model and reports what every layer made of it, in the order in which they ran.
 *
 * @param model - with one input
 * @param x - a batch, shape [batch, …sample]
 * @returns one row a layer; `formatSteps` prints them
 * @throws UsageError when the batch does not go through, naming the layers it passed
 */
export async function stepThrough(model: tf.LayersModel, x: tf.Tensor | tf.TensorLike): Promise<LayerStep[]> {
  const batch = asTensor(
    x,
    "x",
    (model.inputs[0]?.shape.slice(1) ?? []).map((size) => size ?? 1),
  );
  const seen: { row: Omit<LayerStep, "min" | "max" | "nonFinite">; output: tf.Tensor }[] = [];
  try {
    tf.tidy(() => {
      observeLayers(
        model,
        () => model.predict(batch),
        (layer, [input], [output]) => {
          const row = {
            layer: layer.name,
            kind: layer.getClassName(),
            inputShape: input!.shape,
            outputShape: output!.shape,
            dtype: output!.dtype,
            parameters: layer.countParams(),
          };
          seen.push({ row, output: tf.keep(output!.clone()) });
        },
      );
    });
    return await Promise.all(
      seen.map(async ({ row, output }) => {
        const { min, max, nonFinite } = valueRange(await output.data());
        return { ...row, min, max, nonFinite };
      }),
    );
  } catch (error) {
    throw stuck(
      error as Error,
      batch.shape,
      seen.map(({ row }) => row),
    );
  } finally {
    tf.dispose(seen.map(({ output }) => output));
    if (batch !== x) batch.dispose();
  }
}

function stuck(
  error: Error,
  shape: readonly number[],
  passed: { layer: string; outputShape: readonly number[] }[],
) {
  const last = passed.at(-1);
  return new UsageError({
    got: `a batch of shape [${shape.join(", ")}] that ${
      last === undefined
        ? "does not enter the model"
        : `stops after layer ${last.layer}, where it has shape [${last.outputShape.join(", ")}]`
    }: ${error.message.split("\n")[0]}`,
    expected: "a batch that every layer can take.",
    fix: "compare the shapes above with the layer's input, batch axis included.",
  });
}
