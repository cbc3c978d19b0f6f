import type { BindingCalls, OpNode } from "../tensorflow/index.js";
import type { Recording } from "./recording.js";
import { Refusal } from "./refusal.js";

/**
 * Calls that compute nothing: each op answers with the shapes that it had in a recording.
 *
 * A step goes through them in the time that its JavaScript takes, and shows whether it still does the same.
 * Their tensors have ids below −1, which tfjs never hands back to be deleted.
 */
export function ghostCalls({ nodes }: Recording): BindingCalls {
  let at = 0;
  let nextId = -2;
  return {
    executeOp: (name) => {
      const node = nodes[at++];
      if (node === undefined || !("op" in node) || node.op !== name)
        throw new Refusal(`it runs ${name} where it ran ${nameOf(node)} before`);
      return (node as OpNode).outputs.map(({ shape, dtype }) => ({ id: nextId--, shape: [...shape], dtype }));
    },
    createTensor: (shape) => {
      const node = nodes[at++];
      if (node === undefined || "op" in node)
        throw new Refusal(`it uploads a tensor of shape [${shape}] where it ran ${nameOf(node)} before`);
      return nextId--;
    },
    tensorDataSync: () => {
      throw new Refusal("it reads a tensor's values in JavaScript, where a compiled step has none");
    },
  };
}

function nameOf(node: Recording["nodes"][number] | undefined): string {
  if (node === undefined) return "nothing more";
  return "op" in node ? node.op : `an upload of shape [${node.shape}]`;
}
