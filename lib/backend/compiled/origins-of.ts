import type * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../tensorflow/index.js";
import { idOf } from "../tensorflow/index.js";
import type { Origin } from "./recording.js";

/** Where the tensors that a step is given come from, by their ids; each variable gets a tensor of its own first. */
export function originsOf(
  backend: NodeBackend,
  args: readonly tf.Tensor[],
  variables: readonly tf.Variable[],
): ReadonlyMap<number, Origin> {
  const origins = new Map<number, Origin>();
  for (const [index, tensor] of args.entries())
    if (!origins.has(idOf(backend, tensor))) origins.set(idOf(backend, tensor), { from: "argument", index });
  for (const variable of variables) {
    if (origins.has(idOf(backend, variable))) unshare(backend, variable);
    origins.set(idOf(backend, variable), { from: "variable", variable });
  }
  return origins;
}

/** What shares a tensor now need not do so at the next call. */
function unshare(backend: NodeBackend, variable: tf.Variable): void {
  const copy = backend.executeSingleInput("DeepCopy", variable);
  variable.assign(copy);
  copy.dispose();
}
