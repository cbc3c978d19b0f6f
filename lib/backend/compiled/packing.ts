import * as tf from "@tensorflow/tfjs";

/** What a step may return: a tensor, an array of them, an object of them, or nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: a step that returns nothing is a function of type void
export type StepResult = tf.Tensor | readonly tf.Tensor[] | { readonly [name: string]: tf.Tensor } | void;

/** The tensors of a result in order, and how to make a result of others. */
export interface Packing {
  readonly tensors: readonly tf.Tensor[];
  readonly pack: (tensors: readonly tf.Tensor[]) => StepResult;
}

/** Undefined where there is something else than tensors in it. */
export function unpack(result: unknown): Packing | undefined {
  if (result === undefined) return { tensors: [], pack: () => undefined };
  if (result instanceof tf.Tensor) return { tensors: [result], pack: ([tensor]) => tensor };
  const entries = isCollection(result) ? Object.entries(result) : [["", result]];
  if (!entries.every(([, tensor]) => tensor instanceof tf.Tensor)) return undefined;
  const tensors = entries.map(([, tensor]) => tensor as tf.Tensor);
  if (Array.isArray(result)) return { tensors, pack: (others) => [...others] };
  return {
    tensors,
    pack: (others) => Object.fromEntries(entries.map(([name], i) => [name as string, others[i]!])),
  };
}

function isCollection(result: unknown): result is object {
  if (Array.isArray(result)) return true;
  return typeof result === "object" && result !== null && Object.getPrototypeOf(result) === Object.prototype;
}
