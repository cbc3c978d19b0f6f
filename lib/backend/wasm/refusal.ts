import { UsageError } from "../../core/index.js";

/**
 * The error of an operation that the wasm backend lacks.
 *
 * @param call - as a user knows it
 * @param kernelName - tfjs's name of what is missing
 */
export function refusal(call: string, kernelName: string): UsageError {
  return new UsageError({
    got: `${call} needs the kernel ${kernelName}.`,
    expected: "an operation that the wasm backend has.",
    fix: 'start TensorFlow: await start({ backend: "tensorflow" }).',
  });
}
