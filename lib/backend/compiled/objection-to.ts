import type { TensorFlowBinding } from "../tensorflow/index.js";

/** Why an op may not be in a compiled step, as the end of a sentence; undefined where it may. */
export function objectionTo(binding: TensorFlowBinding, op: string): string | undefined {
  const definition = binding.opDefinition(op);
  if (definition === undefined) return `it runs ${op}, which this TensorFlow does not have`;
  if (definition.stateful)
    return `it runs ${op}, whose result is not decided by its inputs; draw it inside hostTensor(() => …)`;
  return undefined;
}
