import { type Dataset, integerBelow, normal, randomSource } from "../../lib/core/index.js";

/** Gaussian blobs, one per class, three deviations apart: a set that any working network learns at once. */
export function blobs(
  size: number,
  { classes = 3, features = 4, seed = 0, spread = 1 } = {},
): Dataset & { rows: Float32Array } {
  const random = randomSource(seed, "blobs");
  const place = randomSource(1, "centres");
  const centres = Array.from({ length: classes * features }, () => (place() < 0.5 ? -1.5 : 1.5));
  for (let c = 0; c < classes; c++) centres[c * features + (c % features)]! *= c < features ? 2 : -2;
  const labels = Int32Array.from({ length: size }, () => integerBelow(classes, random));
  const rows = Float32Array.from(
    { length: size * features },
    (_, i) =>
      centres[labels[Math.floor(i / features)]! * features + (i % features)]! / 2 +
      (normal(random) * spread) / 4,
  );
  return {
    size,
    shape: [features],
    classes: Array.from({ length: classes }, (_, c) => `class ${c}`),
    labels,
    ids: Array.from({ length: size }, (_, i) => `sample ${i}`),
    tags: {},
    rows,
    batch: (indices) => ({
      x: Float32Array.from(
        { length: indices.length * features },
        (_, i) => rows[indices[Math.floor(i / features)]! * features + (i % features)]!,
      ),
      shape: [indices.length, features],
    }),
  };
}
