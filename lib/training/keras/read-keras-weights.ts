import * as tf from "@tensorflow/tfjs";
import { nearestName, UsageError } from "../../core/index.js";
import { type NpyArray, type NpyNumbers, readNpz } from "../../data/index.js";
import { type KerasArray, kerasArrays } from "./keras-arrays.js";

/**
 * Gives a model the weights of the same model in Keras, from a `.npz` file; all of them or, where one does not fit, none.
 *
 * In Python, with layers of the same names:
 *
 * ```python
 * numpy.savez("weights.npz", **{f"{layer.name}.{i}": array
 *                               for layer in model.layers for i, array in enumerate(layer.get_weights())})
 * ```
 *
 * @param model - its weights are changed in place
 * @throws UsageError where file and model have not the same layers or shapes, or the file cannot be read
 * @see docs/keras.md for what else must be the same
 */
export async function readKerasWeights(path: string, model: tf.LayersModel): Promise<void> {
  const wanted = kerasArrays("readKerasWeights", model);
  const stored = await readNpz(path);
  assertSameNames(path, Object.keys(stored), wanted);
  for (const { name, tensor } of wanted) assertSameShape(path, name, stored[name]!, tensor);
  for (const layer of model.layers) {
    const tensors = layer
      .getWeights()
      .map(({ shape }, place) =>
        tf.tensor(Float32Array.from(stored[`${layer.name}.${place}`]!.data), shape, "float32"),
      );
    layer.setWeights(tensors);
    tf.dispose(tensors);
  }
}

function assertSameNames(path: string, names: readonly string[], wanted: readonly KerasArray[]): void {
  const missing = wanted.find(({ name }) => !names.includes(name));
  const known = new Set(wanted.map(({ name }) => name));
  const unknown = names.find((name) => !known.has(name));
  if (missing === undefined && unknown === undefined) return;
  const odd = missing?.name ?? unknown!;
  const layer = odd.replace(/\.\d+$/, "");
  const others = (missing === undefined ? [...known] : names).map((name) => name.replace(/\.\d+$/, ""));
  const meant = nearestName(layer, [...new Set(others)]);
  throw new UsageError({
    got: `${path} has ${missing === undefined ? `"${odd}", which the model has not` : `no "${odd}", which the model has`}.`,
    expected:
      "one array for each of the model's weights, named by layer and place, as in conv1.0 and conv1.1.",
    fix:
      meant === undefined || meant === layer
        ? `build both models with the same layers: the file has ${names.length} arrays, the model ${wanted.length} (a layer with and one without bias?).`
        : `give the layers the same names: name="${missing === undefined ? meant : layer}" in Keras.`,
  });
}

function assertSameShape(
  path: string,
  name: string,
  { shape }: NpyArray<NpyNumbers>,
  tensor: tf.Tensor,
): void {
  if (shape.length === tensor.shape.length && shape.every((size, axis) => size === tensor.shape[axis]))
    return;
  throw new UsageError({
    got: `${path}: ${name} has the shape [${shape.join(", ")}].`,
    expected: `[${tensor.shape.join(", ")}], the model's.`,
    fix:
      shape.length === 2 && tensor.shape.length === 1
        ? "build a GRU in Keras with reset_after=False: TensorFlow.js has no other."
        : "build both models with the same sizes, and in Keras with channels last.",
  });
}
