import * as tf from "@tensorflow/tfjs";
import { normal, randomSource } from "../../core/index.js";
import { savedAs } from "./saved-as.js";

/**
 * Rows (or columns, whichever are fewer) at right angles and of length 1: recurrent weights that neither blow up nor
 * shrink what goes round in them.
 *
 * TensorFlow.js has one of its own, which warns on the console from 23 units on, because its QR decomposition is slow.
 * This one takes milliseconds, and gives the same bits on every backend.
 *
 * @param seed - of the model
 * @param layer - the layer's name: each layer has a stream of its own
 * @see A. Saxe et al., "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks" (2014)
 */
export function orthogonal(seed: number, layer: string): ReturnType<typeof tf.initializers.zeros> {
  return savedAs(tf.initializers.orthogonal({ gain: 1, seed }), (shape) => {
    const [rows, columns] = shape as [number, number];
    const wide = rows <= columns;
    const matrix = orthonormalRows(Math.min(rows, columns), Math.max(rows, columns), seed, layer);
    return tf.tidy(() => {
      const tensor = tf.tensor2d(Float32Array.from(matrix), wide ? [rows, columns] : [columns, rows]);
      return wide ? tensor : tensor.transpose();
    });
  });
}

/** Normal draws, made orthonormal row by row; twice, because once leaves what rounding adds. */
function orthonormalRows(rows: number, columns: number, seed: number, layer: string): Float64Array {
  const random = randomSource(seed, "recurrent weights", layer);
  const matrix = Float64Array.from({ length: rows * columns }, () => normal(random));
  const row = (i: number) => matrix.subarray(i * columns, (i + 1) * columns);
  for (let i = 0; i < rows; i++) {
    for (let pass = 0; pass < 2; pass++)
      for (let j = 0; j < i; j++) subtract(row(i), row(j), dot(row(i), row(j)));
    const length = Math.sqrt(dot(row(i), row(i)));
    for (let k = 0; k < columns; k++) matrix[i * columns + k]! /= length;
  }
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** a −= factor · b */
function subtract(a: Float64Array, b: Float64Array, factor: number): void {
  for (let k = 0; k < a.length; k++) a[k]! -= factor * b[k]!;
}
