import type * as tf from "@tensorflow/tfjs";

/** Takes in a tensor that a step draws in JavaScript, and gives the one to use. */
export type HostTensors = (draw: () => tf.Tensor) => tf.Tensor;

let recorder: HostTensors | undefined;

/**
 * A tensor that is made in JavaScript anew at each call of a step: noise, a dropout mask, an augmentation.
 *
 * In a step that is compiled, `draw` runs at every call, in the order in which the step first asked; everything else
 * that the step uploads must stay the same.
 *
 * @param draw - makes the tensor, which must have the same shape at every call; it runs no ops on the step's tensors
 * @example
 * hostTensor(() => tf.scalar(3)).dataSync()[0]; // 3
 */
export function hostTensor<T extends tf.Tensor>(draw: () => T): T {
  return recorder === undefined ? draw() : (recorder(draw) as T);
}

/** Whether a step is being recorded now. */
export function isRecording(): boolean {
  return recorder !== undefined;
}

/** Lets `taker` have the tensors that are drawn while `run` runs. */
export function withHostTensors<Result>(taker: HostTensors, run: () => Result): Result {
  const before = recorder;
  recorder = taker;
  try {
    return run();
  } finally {
    recorder = before;
  }
}
