import { UsageError } from "../../core/index.js";
import type { TensorFlowBinding } from "./binding.js";
import { explainGpu } from "./explain-gpu.js";
import { attributeTypes, dataTypes } from "./type-codes.js";

/**
 * TensorFlow's name of the device that a product of matrices really ran on: what it lists, it need not use.
 *
 * @throws UsageError where the card cannot compute, with what keeps it from that
 */
export function measureDevice(binding: TensorFlowBinding): string {
  const one = binding.createTensor([1, 1], dataTypes.float32, new Float32Array([1]));
  const type = { name: "T", type: attributeTypes.type, value: dataTypes.float32 };
  try {
    const product = binding.executeOp("MatMul", [type], [one, one], 1)[0]!.id;
    const device = binding.deviceOf(product);
    binding.deleteTensor(product);
    return device;
  } catch (error) {
    throw explained(error);
  } finally {
    binding.deleteTensor(one);
  }
}

/** An error of the card's in words that help. */
function explained(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const trouble = explainGpu(message);
  if (trouble === undefined) return error;
  return new UsageError({
    got: `the graphics card does not compute: ${trouble.means}. TensorFlow says: ${message}`,
    expected: "a card that multiplies two matrices.",
    fix: `${trouble.fix}.`,
  });
}
