import type { TensorFlowBinding } from "./binding.js";
import { attributeTypes, dataTypes } from "./type-codes.js";

/** TensorFlow's name of the device that a product of matrices really ran on: what it lists, it need not use. */
export function measureDevice(binding: TensorFlowBinding): string {
  const one = binding.createTensor([1, 1], dataTypes.float32, new Float32Array([1]));
  const type = { name: "T", type: attributeTypes.type, value: dataTypes.float32 };
  const product = binding.executeOp("MatMul", [type], [one, one], 1)[0]!.id;
  try {
    return binding.deviceOf(product);
  } finally {
    binding.deleteTensor(one);
    binding.deleteTensor(product);
  }
}
