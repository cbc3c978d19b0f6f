import * as tf from "@tensorflow/tfjs";
import { TensorFlowBinding } from "./binding.js";
import { findLibrary } from "./find-library.js";
import { useFusedLayers } from "./fused/use-fused-layers.js";
import { gatherUnread } from "./gather-unread.js";
import { loadKernels, type NodeBackend } from "./load-kernels.js";
import { measureDevice } from "./measure-device.js";
import { openNative } from "./native.js";

/** What started. */
export interface StartedTensorFlow {
  /** TensorFlow's own version, as in "2.21.0". */
  version: string;
  /** TensorFlow's name of the device where ops run. */
  device: string;
  /** Where the library came from. */
  source: string;
}

let source = "another package, which had registered it before";

/**
 * Registers native TensorFlow as the tfjs backend "tensorflow", and makes it the current one.
 *
 * @param options.withoutCards - true to hide graphics cards from it, which can be done before its first start alone
 * @throws UsageError when the library, koffi or the kernels are missing or damaged
 */
export async function startTensorFlow({
  withoutCards = false,
}: {
  withoutCards?: boolean;
} = {}): Promise<StartedTensorFlow> {
  // CUDA looks at this once, when TensorFlow first starts.
  if (withoutCards) process.env.CUDA_VISIBLE_DEVICES = "-1";
  if (tf.findBackendFactory("tensorflow") === null) source = await register();
  await tf.setBackend("tensorflow");
  await tf.ready();
  const { binding } = tf.backend() as NodeBackend;
  const device = binding instanceof TensorFlowBinding ? measureDevice(binding) : foreignDevice(binding);
  return { version: binding.TF_Version, device, source };
}

async function register(): Promise<string> {
  const library = findLibrary();
  const backendFor = loadKernels();
  const binding = new TensorFlowBinding(await openNative(library));
  tf.registerBackend("tensorflow", () => backendFor(binding));
  if (!binding.isUsingGpuDevice()) gatherUnread();
  useFusedLayers();
  return library;
}

function foreignDevice(binding: { isUsingGpuDevice(): boolean }): string {
  return binding.isUsingGpuDevice() ? "device:GPU:0" : "device:CPU:0";
}
