import { nativeBackend } from "./tensorflow/index.js";

/** Whether an op is done when its call returns: so on native TensorFlow, but for graphics cards, which work behind. */
export function computesInCalls(): boolean {
  return nativeBackend()?.binding.isUsingGpuDevice() === false;
}
