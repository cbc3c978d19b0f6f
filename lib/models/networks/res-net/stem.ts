import * as tf from "@tensorflow/tfjs";
import { convBatchNorm, relu } from "./conv-batch-norm.js";

/** Options of {@link stemLayers}. */
export interface StemOptions {
  stem: "imagenet" | "small";
  channels: number;
  /** Of the model. */
  seed: number;
}

/** The smallest picture of which the strides leave a place: 32 halved five times, 8 halved three times. */
export const smallestSide: Readonly<Record<StemOptions["stem"], number>> = { imagenet: 32, small: 8 };

/** From the picture to the first block: at a quarter of its sides, or at full size. */
export function stemLayers(
  image: tf.SymbolicTensor,
  { stem, channels, seed }: StemOptions,
): tf.SymbolicTensor {
  const entry = stem === "imagenet" ? { kernelSize: 7, strides: 2 } : { kernelSize: 3, strides: 1 };
  const x = relu(convBatchNorm(image, { name: "stem", filters: channels, ...entry, seed }), "stem_relu");
  if (stem === "small") return x;
  const pool = tf.layers.maxPooling2d({ name: "stem_pool", poolSize: 3, strides: 2, padding: "same" });
  return pool.apply(x) as tf.SymbolicTensor;
}
