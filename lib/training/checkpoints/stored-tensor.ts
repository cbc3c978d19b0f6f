import * as tf from "@tensorflow/tfjs";

/** A tensor's numbers, outside of TensorFlow. */
export interface StoredTensor {
  readonly name: string;
  readonly dtype: "float32" | "int32" | "bool";
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array | Uint8Array;
}

/** A copy of a tensor's numbers. */
export async function storeTensor(name: string, tensor: tf.Tensor): Promise<StoredTensor> {
  const dtype = tensor.dtype as StoredTensor["dtype"];
  return { name, dtype, shape: tensor.shape, values: (await tensor.data()) as StoredTensor["values"] };
}

/** The tensor again; the caller disposes it. */
export function loadTensor({ values, shape, dtype }: StoredTensor): tf.Tensor {
  return tf.tensor(values, [...shape], dtype);
}
