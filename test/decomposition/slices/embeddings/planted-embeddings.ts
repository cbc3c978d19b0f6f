import { normal, type PredictionLog, randomSource } from "../../../../lib/core/index.js";
import type { Embeddings } from "../../../../lib/decomposition/index.js";

/** Embeddings with a slice that no tag names. */
export interface PlantedEmbeddings {
  readonly log: PredictionLog;
  readonly embeddings: Embeddings;
  readonly planted: Uint8Array;
}

/**
 * Images of two classes in eight groups, some of which lie `apart` standard deviations off in one direction and are wrong
 * more often.
 *
 * @param share - of the images that are in the slice
 */
export function plantedEmbeddings({
  samples = 4000,
  width = 32,
  share,
  apart,
  base = 0.05,
  worse,
  seed,
}: {
  samples?: number;
  width?: number;
  share: number;
  apart: number;
  base?: number;
  worse: number;
  seed: number;
}): PlantedEmbeddings {
  const random = randomSource(seed, "planted embeddings");
  const draw = (scale: number) => Float64Array.from({ length: width }, () => scale * normal(random));
  const groups = Array.from({ length: 8 }, () => draw(1.5));
  const classes = [draw(0.7), draw(0.7)];
  const off = draw(1);
  const length = Math.hypot(...off);
  const values = new Float32Array(samples * width);
  const planted = new Uint8Array(samples);
  const labels = new Int32Array(samples);
  const probabilities = new Float32Array(2 * samples);
  for (let row = 0; row < samples; row++) {
    const group = groups[Math.floor(8 * random())]!;
    labels[row] = Math.floor(2 * random());
    planted[row] = Number(random() < share);
    const move = planted[row] === 1 ? apart / length : 0;
    for (let k = 0; k < width; k++)
      values[row * width + k] = group[k]! + classes[labels[row]!]![k]! + move * off[k]! + normal(random);
    const wrong = random() < (planted[row] === 1 ? worse : base);
    probabilities[2 * row + (wrong ? 1 - labels[row]! : labels[row]!)] = 1;
  }
  const ids = Array.from(labels, (_, row) => `image ${row}`);
  return {
    log: { split: "testVal", ids, labels, probabilities, classes: ["no", "yes"], tags: {} },
    embeddings: { values, width },
    planted,
  };
}
