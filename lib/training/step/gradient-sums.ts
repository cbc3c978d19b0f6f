import * as tf from "@tensorflow/tfjs";

/** Gradients added up over several batches, in variables: what changes between steps is never in the step itself. */
export class GradientSums {
  readonly #sums: readonly tf.Variable[];

  constructor(weights: readonly tf.Variable[]) {
    this.#sums = weights.map(({ shape }) => tf.tidy(() => tf.variable(tf.zeros(shape), false)));
  }

  /** Adds each gradient times `share`; null counts as zero. */
  add(gradients: readonly (tf.Tensor | null)[], share: number): void {
    tf.tidy(() => {
      for (const [i, sum] of this.#sums.entries()) {
        const gradient = gradients[i];
        if (gradient != null) sum.assign(sum.add(gradient.mul(share)));
      }
    });
  }

  /** Lets `use` have the sums, and begins anew. */
  take(use: (sums: readonly tf.Tensor[]) => void): void {
    tf.tidy(() => {
      use(this.#sums);
      for (const sum of this.#sums) sum.assign(tf.zerosLike(sum));
    });
  }

  dispose(): void {
    tf.dispose([...this.#sums]);
  }
}
