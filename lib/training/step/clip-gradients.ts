import * as tf from "@tensorflow/tfjs";

/** How far gradients may go. */
export interface GradientClipping {
  /** All gradients are scaled down together where their joint norm is above this. */
  clipNorm?: number | undefined;
  /** Each number is cut off at plus and minus this, before the norm is taken. */
  clipValue?: number | undefined;
}

/**
 * Gradients within their limits; the others are handed on as they are.
 *
 * @param gradients - null for a weight that the loss does not depend on
 * @see R. Pascanu, T. Mikolov and Y. Bengio, "On the Difficulty of Training Recurrent Neural Networks" (2013), algorithm 1
 */
export function clipGradients(
  gradients: readonly (tf.Tensor | null)[],
  { clipNorm, clipValue }: GradientClipping,
): (tf.Tensor | null)[] {
  const cut = gradients.map((gradient) =>
    clipValue === undefined || gradient === null ? gradient : gradient.clipByValue(-clipValue, clipValue),
  );
  if (clipNorm === undefined) return cut;
  const norm = globalNorm(cut.filter((gradient) => gradient !== null));
  const factor = tf.scalar(clipNorm).div(tf.maximum(norm, clipNorm)); // 1 where the norm is within the limit
  return cut.map((gradient) => gradient?.mul(factor) ?? null);
}

/** The Euclidean norm of all numbers in all gradients; a scalar, shape []. */
function globalNorm(gradients: readonly tf.Tensor[]): tf.Tensor {
  const squares = gradients.map((gradient): tf.Tensor => gradient.square().sum());
  return (squares.length === 0 ? tf.scalar(0) : tf.addN(squares)).sqrt();
}
