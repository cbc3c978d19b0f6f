import * as tf from "@tensorflow/tfjs";
import type { Dataset } from "../../../../lib/core/index.js";
import { blobs } from "../../../support/blobs.js";

/** What is thrown in the middle of a training. */
export const mistake: Error = new Error("a mistake of the caller's own");

/** Throws at one call of many, counted from 1; does nothing at the others. */
export function throwingAt(nth: number): () => void {
  let calls = 0;
  return () => {
    if (++calls === nth) throw mistake;
  };
}

export const train: Dataset = blobs(40);
export const trainVal: Dataset = blobs(20, { seed: 1 });

/** The training set, which calls `before` whenever a batch is asked of it. */
export const watched = (before: () => void): Dataset => ({
  ...train,
  batch(rows) {
    before();
    return train.batch(rows);
  },
});

/** Passes numbers on, by way of two tensors, and calls `within` between them while it trains. */
class Between extends tf.layers.Layer {
  static className = "Between";
  constructor(readonly within: () => void) {
    super({});
  }

  override call(inputs: tf.Tensor | tf.Tensor[], { training }: { training?: boolean }): tf.Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs;
    const root = x.abs().add(1).sqrt();
    if (training) this.within();
    return root.square().sub(1).mul(x.sign());
  }
}

/** A network of layers that keep something: weights, statistics, masks, penalties. */
export function keepingNetwork(within: () => void = () => {}): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.dense({ units: 6, inputShape: [4], kernelRegularizer: "l1l2" }),
      tf.layers.batchNormalization(),
      new Between(within),
      tf.layers.dropout({ rate: 0.2 }),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ],
  });
}
