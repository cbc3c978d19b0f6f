import * as tf from "@tensorflow/tfjs";

/** The tensors among a call's arguments, and all else that decides what the call does, as a text. */
export function callKey(args: readonly unknown[]): { tensors: tf.Tensor[]; key: string } {
  const tensors: tf.Tensor[] = [];
  let key = "";
  for (const arg of args)
    if (arg instanceof tf.Tensor) {
      tensors.push(arg);
      key += `${arg.dtype}[${arg.shape}];`;
    } else key += `${JSON.stringify(arg)};`;
  return { tensors, key };
}
