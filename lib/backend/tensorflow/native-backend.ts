import * as tf from "@tensorflow/tfjs";
import { TensorFlowBinding } from "./binding.js";
import type { NodeBackend } from "./load-kernels.js";

/** tfjs's current backend, where it is native TensorFlow as we load it. */
export function nativeBackend(): NodeBackend | undefined {
  if (tf.getBackend() !== "tensorflow") return undefined;
  const backend = tf.backend() as NodeBackend;
  return backend.binding instanceof TensorFlowBinding ? backend : undefined;
}

/** The binding's number of a tensor, which is written to TensorFlow where it was not yet. */
export function idOf(backend: NodeBackend, tensor: tf.Tensor): number {
  return backend.getInputTensorIds([tensor])[0]!;
}
