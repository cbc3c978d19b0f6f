import type * as tf from "@tensorflow/tfjs";
import type { core } from "deep-pessimist";

/** How both sides train: Adam with its own defaults, a rate that falls along a cosine to 0, cross-entropy. */
export interface Recipe {
  readonly epochs: number;
  readonly batchSize: number;
  /** Of the first update. */
  readonly learningRate: number;
}

/** A result that is known, and that this project must reach as Keras does. */
export interface KnownResult {
  readonly name: string;
  /** What the problem is, in a sentence without a period at its end. */
  readonly problem: string;
  readonly recipe: Recipe;
  /** The model as the peer builds it, by the names of its own Python functions. */
  readonly peer: Readonly<Record<string, unknown>>;
  model(seed: number): tf.LayersModel;
  /** @param share - of the full sizes; 1 for the result itself, less to see that it runs */
  data(share: number): { train: core.Dataset; test: core.Dataset };
  /** What is known: an error that is not to be exceeded, as a rate, with its words. */
  known(test: core.Dataset): { readonly words: string; readonly atMost?: number };
}
