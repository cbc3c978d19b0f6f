import { normal, type PredictionLog, randomSource } from "../../../lib/core/index.js";

/** A log with wrong labels, and the truth. */
export interface NoisyLog {
  readonly log: PredictionLog;
  readonly truth: Int32Array;
  /** The share of labels that are wrong. */
  readonly noise: number;
}

/**
 * Classes in a circle of the plane, each a normal cloud, labelled with errors, and what the best model that is trained on
 * such labels says of them: it confuses neighbours, and knows of the errors.
 *
 * @param spread - of the clouds; at 0.5 a fifth of five classes lies nearer to a neighbour
 * @param flips - the chance of a given label, from the true one; defaults to any other class with a share of `noise`
 */
export function noisyLog({
  samples,
  classes,
  noise,
  spread,
  flips = (from, to) => (from === to ? 1 - noise : noise / (classes - 1)),
  seed,
}: {
  samples: number;
  classes: number;
  noise: number;
  spread: number;
  flips?: (from: number, to: number) => number;
  seed: number;
}): NoisyLog {
  const random = randomSource(seed, "noisy log");
  const names = Array.from({ length: classes }, (_, k) => `class ${k}`);
  const centres = names.map((_, k) => {
    const angle = (2 * Math.PI * k) / classes;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
  const truth = Int32Array.from({ length: samples }, () => Math.floor(classes * random()));
  const labels = new Int32Array(samples);
  const probabilities = new Float32Array(samples * classes);
  for (const [row, own] of truth.entries()) {
    const [x, y] = centres[own]!.map((centre) => centre + spread * normal(random)) as [number, number];
    const density = centres.map(([a, b]) => Math.exp(-((x - a) ** 2 + (y - b) ** 2) / (2 * spread ** 2)));
    const total = density.reduce((sum, each) => sum + each, 0);
    for (let s = 0; s < classes; s++)
      probabilities[row * classes + s] =
        density.reduce((sum, each, k) => sum + each * flips(k, s), 0) / total;
    let below = random();
    while (labels[row]! < classes - 1 && below >= flips(own, labels[row]!))
      below -= flips(own, labels[row]!++);
  }
  const ids = Array.from(labels, (_, row) => `image ${row}`);
  const wrong = labels.reduce((sum, label, row) => sum + Number(label !== truth[row]), 0);
  return {
    log: { split: "train", ids, labels, probabilities, classes: names, tags: {} },
    truth,
    noise: wrong / samples,
  };
}
