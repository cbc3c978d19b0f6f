import * as tf from "@tensorflow/tfjs";
import { start } from "../../../lib/backend/index.js";
import type { NodeBackend, TensorFlowBinding } from "../../../lib/backend/tensorflow/index.js";

/** Starts native TensorFlow, and returns the binding under it. */
export async function startNative(): Promise<TensorFlowBinding> {
  await start({ backend: "tensorflow", quiet: true });
  return (tf.backend() as NodeBackend).binding;
}
