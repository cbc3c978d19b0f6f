import * as tf from "@tensorflow/tfjs";

/** Gradients added up over several batches, in variables: what changes between steps is never in the step itself. */
export class GradientSums {
  readonly #sums: readonly tf.Variable[];
  #empty = true;

  constructor(weights: readonly tf.Variable[]) {
    this.#sums = weights.map(({ shape }) => tf.tidy(() => tf.variable(tf.zeros(shape), false)));
  }

  /** Whether nothing was added since they were last taken. */
  get empty(): boolean {
    return this.#empty;
  }

  /** Adds each gradient times `share`; null counts as zero. */
  add(gradients: readonly (tf.Tensor | null)[], share: number): void {
    tf.tidy(() => {
      for (const [i, sum] of this.#sums.entries()) {
        const gradient = gradients[i];
        const part = gradient == null ? tf.zerosLike(sum) : gradient.mul(share);
        sum.assign(this.#empty ? part : sum.add(part));
      }
    });
    this.#empty = false;
  }

  /** The sums, which go on belonging to this; the next `add` begins anew. */
  take(): readonly tf.Tensor[] {
    this.#empty = true;
    return this.#sums;
  }

  dispose(): void {
    tf.dispose([...this.#sums]);
  }
}
