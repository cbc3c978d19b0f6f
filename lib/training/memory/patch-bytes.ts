import type * as tf from "@tensorflow/tfjs";
import { type LeafLayer, leafLayers, numbersIn } from "./leaf-layers.js";

/** Bytes into which the largest convolution of a model lays out one sample, patch by patch, for its gradient. */
export function patchBytes(model: tf.LayersModel): number {
  return 4 * Math.max(0, ...leafLayers(model).map(patchNumbers));
}

function patchNumbers({ layer, uses }: LeafLayer): number {
  const { kernelSize } = layer as unknown as { kernelSize?: number | readonly number[] };
  if (kernelSize === undefined) return 0;
  const patch = [kernelSize].flat().reduce((product, side) => product * side, 1);
  const places = uses.map(({ inputs: [input = []], outputs: [output = []] }) => {
    const channels = input.at(-1) ?? 1;
    return numbersIn(output.slice(0, -1)) * channels;
  });
  return patch * Math.max(0, ...places);
}
