import type { Dataset, PredictionLog } from "../../../lib/core/index.js";

/** Images of 2 × 2 grey pixels, all of the tone 10·i, with these labels and tags. */
export function toned(labels: readonly number[], tags: Record<string, readonly number[]> = {}): Dataset {
  return {
    ...{ size: labels.length, shape: [2, 2, 1], classes: ["car", "person"] },
    labels: Int32Array.from(labels),
    ids: labels.map((_, i) => `image-${i}`),
    tags: Object.fromEntries(Object.entries(tags).map(([name, v]) => [name, Float32Array.from(v)])),
    batch: (indices) => ({
      x: Uint8Array.from({ length: 4 * indices.length }, (_, i) => (10 * indices[i >> 2]!) % 256),
      shape: [indices.length, 2, 2, 1],
    }),
  };
}

/** As many samples as the counts say: the first of class 0, and so on. */
export function ofCounts(...counts: readonly number[]): Dataset {
  return toned(counts.flatMap((count, k) => new Array<number>(count).fill(k)));
}

/** Predictions of P(person), in order. */
export function logOf(dataset: Dataset, persons: readonly number[]): PredictionLog {
  return {
    ...{ split: "test", ids: dataset.ids.slice(0, persons.length), classes: dataset.classes, tags: {} },
    labels: dataset.labels.slice(0, persons.length),
    probabilities: Float32Array.from(persons.flatMap((p) => [1 - p, p])),
  };
}

/** Everything that is written in a figure, in order. */
export function textsOf({ layout }: { layout: Readonly<Record<string, unknown>> }): string[] {
  return (layout.annotations as { text: string }[]).map(({ text }) => text);
}
