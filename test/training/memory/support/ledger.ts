import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "../../../../lib/backend/tensorflow/index.js";

/** What is held at one moment, by everybody who holds something. */
export interface Ledger {
  /** Tensors and variables that tfjs counts. */
  readonly tensors: number;
  /** Their bytes. */
  readonly bytes: number;
  /** Blocks of data under the tensors. */
  readonly blocks: number;
  /** Tensors of TensorFlow's own; undefined on another backend. */
  readonly handles: number | undefined;
  /** What gradients are taken of: forward passes that nobody has ended. */
  readonly tape: number;
}

/** Counts once more. */
export function ledger(): Ledger {
  const { numTensors: tensors, numBytes: bytes, numDataBuffers: blocks } = tf.memory();
  const { binding } = tf.backend() as Partial<NodeBackend>;
  const { activeTape = [], scopeStack } = (
    tf.engine() as unknown as { state: { activeTape?: unknown[]; scopeStack: unknown[] } }
  ).state;
  return {
    ...{ tensors, bytes, blocks, handles: binding?.getNumOfTensors() },
    tape: (activeTape ?? []).length + scopeStack.length,
  };
}
