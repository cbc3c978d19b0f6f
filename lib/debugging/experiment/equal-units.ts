import * as tf from "@tensorflow/tfjs";
import { layersOf } from "../program/layers-of.js";

/** A layer whose units all start alike. */
export interface EqualUnits {
  readonly layer: tf.layers.Layer;
  readonly units: number;
  /** One of the equal weights. */
  readonly value: number;
}

/**
 * Layers before the last whose units have equal weights. The last layer may: its units have targets of their own.
 */
export function equalUnits(model: tf.LayersModel): EqualUnits[] {
  const weighted = layersOf(model).filter((layer) => kernelOf(layer) !== undefined);
  return weighted.slice(0, -1).flatMap((layer) => {
    const kernel = kernelOf(layer)!.read();
    const units = kernel.shape.at(-1)!;
    const values = kernel.dataSync();
    const equal = values.every((value, i) => value === values[i - (i % units)]);
    return units > 1 && equal ? [{ layer, units, value: values[0]! }] : [];
  });
}

/** The layer's first weight with a row of units: [fan in …, units]. */
function kernelOf(layer: tf.layers.Layer) {
  return layer.trainableWeights.find(({ shape }) => shape.length >= 2);
}

/** Gives these layers random weights, He's normal, as a learner would. */
export function breakSymmetry(layers: readonly EqualUnits[], seed: number): void {
  layers.forEach(({ layer }, i) => {
    const kernel = kernelOf(layer)!;
    const fanIn = kernel.shape.slice(0, -1).reduce((product: number, size) => product * (size ?? 1), 1);
    const random = tf.randomNormal(
      kernel.shape as number[],
      0,
      Math.sqrt(2 / fanIn),
      "float32",
      1 + seed + i,
    );
    kernel.write(random);
    random.dispose();
  });
}
