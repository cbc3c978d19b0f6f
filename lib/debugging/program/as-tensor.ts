import * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";

/**
 * Data of any kind as a tensor: a tensor stays the caller's, nested arrays and typed arrays become float32.
 *
 * @param what - as the caller knows it, such as "train.x"
 * @param row - one row's shape, for typed arrays, which have none of their own
 * @throws UsageError where numbers do not fill whole rows
 */
export function asTensor(value: tf.Tensor | tf.TensorLike, what: string, row: readonly number[]): tf.Tensor {
  if (value instanceof tf.Tensor) return value;
  if (!ArrayBuffer.isView(value)) return nested(value, what);
  const numbers = Float32Array.from(value as Float32Array);
  const size = row.reduce((product, length) => product * length, 1);
  if (numbers.length % size !== 0)
    throw new UsageError({
      got: `${what} holds ${numbers.length} numbers.`,
      expected: `whole rows of ${size}, shape [samples${row.map((length) => `, ${length}`).join("")}].`,
      fix: "cut the typed array to whole samples, or pass a tensor with its shape.",
    });
  return tf.tensor(numbers, [numbers.length / size, ...row]);
}

function nested(value: tf.TensorLike, what: string): tf.Tensor {
  try {
    return tf.tidy(() => tf.tensor(value as number[]).toFloat());
  } catch (error) {
    throw new UsageError({
      got: `${what} cannot become a tensor: ${(error as Error).message}`,
      expected: "a tensor, or nested arrays of numbers whose rows are equally long.",
      fix: `look at ${what}[0] and at the row that differs.`,
    });
  }
}
