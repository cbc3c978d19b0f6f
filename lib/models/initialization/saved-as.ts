import type * as tf from "@tensorflow/tfjs";

type Initializer = ReturnType<typeof tf.initializers.zeros>;

/**
 * First numbers of our own under the name of an initializer that TensorFlow.js and Keras know.
 *
 * A saved model names each layer's initializer, and a name of ours could be read nowhere else. The numbers themselves
 * are saved with the weights.
 *
 * @param known - whose name is saved
 * @param make - the numbers, in the shape asked for
 */
export function savedAs(known: Initializer, make: (shape: readonly number[]) => tf.Tensor): Initializer {
  return Object.assign(known, { apply: (shape: tf.Shape) => make(shape as number[]) });
}
