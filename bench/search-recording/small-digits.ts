import { digits } from "../../lib/data/index.js";
import { recordedTest, recordedTrainVal } from "../../lib/search/benchmark/recorded-levels.js";
import type { TrainingData } from "./train-network.js";

/** Handwritten digits of 7 × 7 pixels. */
export interface SmallDigits {
  /** For each, the pixels with ink and how much: half of them have none. */
  readonly images: readonly { readonly places: Int32Array; readonly ink: Float64Array }[];
  readonly labels: Int32Array;
}

const side = 7;
/** Of one image. */
export const pixels: number = side * side;
const trainSamples = 240;

/** The real digits of the package `mnist`, each 4 × 4 pixels averaged. */
export function smallDigits(): TrainingData {
  const samples = trainSamples + recordedTrainVal + recordedTest;
  const drawn = digits({ samples, seed: 0 });
  const { x } = drawn.batch(Array.from({ length: samples }, (_, i) => i));
  const small = new Float64Array(samples * pixels);
  for (let i = 0; i < samples; i++)
    for (let row = 0; row < 28; row++)
      for (let column = 0; column < 28; column++)
        small[i * pixels + side * (row >> 2) + (column >> 2)]! +=
          x[i * 784 + row * 28 + column]! / (16 * 255);
  const images = Array.from({ length: samples }, (_, i) => {
    const image = small.subarray(i * pixels, (i + 1) * pixels);
    const places = Int32Array.from([...image.keys()].filter((k) => image[k]! > 0));
    return { places, ink: Float64Array.from(places, (k) => 2 * image[k]!) };
  });
  const part = (from: number, to: number): SmallDigits => ({
    images: images.slice(from, to),
    labels: drawn.labels.slice(from, to),
  });
  const [first, second] = [trainSamples, trainSamples + recordedTrainVal];
  return { train: part(0, first), trainVal: part(first, second), test: part(second, samples) };
}
