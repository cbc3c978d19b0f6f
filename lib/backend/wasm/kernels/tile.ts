import * as tf from "@tensorflow/tfjs";
import { refusal } from "../refusal.js";
import { wasmKernel } from "../wasm-kernel.js";

/**
 * x repeated reps[a] times along each axis a, which the gradient of batch normalization calls for every layer.
 *
 * Blocks are doubled from the last axis to the first by copying memory; tfjs's own wasm kernel looks up each number.
 */
export const tile: tf.KernelConfig = wasmKernel<{ x: tf.TensorInfo }, tf.TileAttrs>(
  tf.Tile,
  ({ x }, { reps }, scope) => {
    if (x.dtype === "string") throw refusal("tf.tile of strings", tf.Tile);
    const y = scope.empty(
      x.shape.map((size, axis) => size * reps[axis]!),
      x.dtype,
    );
    const tiled = scope.values(y);
    if (tiled.length === 0) return y;
    tiled.set(scope.values(x));
    let blocks = tf.util.sizeFromShape(x.shape);
    let block = 1; // numbers in a block that is repeated as a whole
    for (let axis = x.shape.length - 1; axis >= 0; axis--) {
      block *= x.shape[axis]!;
      blocks /= x.shape[axis]!;
      // From the last block back: each moves to where it belongs before anything is written there.
      for (let i = reps[axis] === 1 ? -1 : blocks - 1; i >= 0; i--) {
        const to = i * block * reps[axis]!;
        tiled.copyWithin(to, i * block, (i + 1) * block);
        for (let copy = 1; copy < reps[axis]!; copy++) tiled.copyWithin(to + copy * block, to, to + block);
      }
      block *= reps[axis]!;
    }
    return y;
  },
);
