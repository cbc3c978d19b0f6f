import type * as tf from "@tensorflow/tfjs";
import { type ArrayToStore, writeNpz } from "../../data/index.js";
import { kerasArrays } from "./keras-arrays.js";

/**
 * Writes a model's weights for the same model in Keras: a `.npz` file, whole or not at all.
 *
 * In Python, with layers of the same names:
 *
 * ```python
 * arrays = numpy.load("weights.npz")
 * for layer in model.layers:
 *     layer.set_weights([arrays[f"{layer.name}.{i}"] for i in range(len(layer.weights))])
 * ```
 *
 * @throws UsageError where a layer is a model itself, or the file cannot be written
 * @see docs/keras.md for what else must be the same
 */
export async function writeKerasWeights(path: string, model: tf.LayersModel): Promise<void> {
  const arrays: Record<string, ArrayToStore> = {};
  for (const { name, tensor } of kerasArrays("writeKerasWeights", model))
    arrays[name] = { data: (await tensor.data()) as Float32Array, shape: tensor.shape };
  await writeNpz(path, arrays);
}
