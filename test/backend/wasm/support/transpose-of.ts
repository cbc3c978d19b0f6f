import * as tf from "@tensorflow/tfjs";
import { drawn, useBackend } from "./gradients-on.js";

/**
 * The gradient of a linear operation from its values alone: element i is ⟨upstream, f(unit vector i)⟩.
 *
 * The upstream gradient is the one that gradientsOn draws.
 */
export async function transposeOf(f: (x: tf.Tensor) => tf.Tensor, shape: number[]): Promise<Float32Array> {
  await useBackend("cpu");
  return tf.tidy(() => {
    const size = tf.util.sizeFromShape(shape);
    const upstream = drawn(f(tf.zeros(shape)).shape, "normal", 99);
    const unit = (i: number) => f(tf.oneHot(i, size).toFloat().reshape(shape)).dataSync<"float32">();
    return Float32Array.from({ length: size }, (_, i) =>
      unit(i).reduce((sum, value, k) => sum + value * upstream[k]!, 0),
    );
  });
}
