import type * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";

/** What tfjs's WebGPU backend holds of a tensor. */
interface Held {
  /** The numbers, where JavaScript has them. */
  readonly values: unknown;
  readonly dtype: string;
}

/**
 * Lets a backend say what to type where a program wants numbers at once that a card still computes: tfjs would draw them
 * on a browser's canvas to get at them.
 */
export function refuseSyncReads(backend: tf.KernelBackend): void {
  const { tensorMap } = backend as unknown as { tensorMap: tf.DataStorage<Held> };
  const readSync = backend.readSync;
  backend.readSync = (dataId) => {
    const { values, dtype } = tensorMap.get(dataId);
    if (values != null || dtype === "string") return readSync.call(backend, dataId);
    throw new UsageError({
      got: "dataSync (or arraySync, print) was asked for a tensor that lies on the graphics card.",
      expected: "a program that waits for the card, which JavaScript can do with await alone.",
      fix: "write await tensor.data(), or await tensor.array().",
    });
  };
}
