import * as tf from "@tensorflow/tfjs";

/** The tensors that one call of a step draws in JavaScript, each drawn once, however often the step is gone through. */
export class HostDraws {
  readonly #tensors: tf.Tensor[] = [];

  /** The tensor of a place, drawn when it is first asked for; it belongs to this. */
  at(index: number, draw: () => tf.Tensor): tf.Tensor {
    this.#tensors[index] ??= tf.keep(draw());
    return this.#tensors[index];
  }

  dispose(): void {
    tf.dispose(this.#tensors);
  }
}
