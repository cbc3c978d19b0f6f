import { type Samples, UsageError } from "../../core/index.js";

/** Samples read in one go. */
const chunk = 256;

/**
 * The samples a chunk at a time, each as one row of numbers.
 *
 * @param functionName - as the caller typed it
 * @param indices - which samples; defaults to all of them
 * @throws UsageError for a number that is NaN or infinite
 */
export function* rowsOf(
  functionName: string,
  dataset: Samples,
  indices: Uint32Array = Uint32Array.from({ length: dataset.size }, (_, i) => i),
): Generator<{ start: number; rows: Float32Array | Uint8Array }> {
  for (let start = 0; start < indices.length; start += chunk) {
    const { x } = dataset.batch(indices.subarray(start, start + chunk));
    if (!(x instanceof Uint8Array)) assertFinite(functionName, x, dataset, indices.subarray(start));
    yield { start, rows: x };
  }
}

/** How many numbers one sample has. */
export function featuresOf({ shape }: Samples): number {
  return shape.reduce((product, size) => product * size, 1);
}

function assertFinite(functionName: string, x: Float32Array, dataset: Samples, indices: Uint32Array): void {
  const wrong = x.findIndex((value) => !Number.isFinite(value));
  if (wrong === -1) return;
  const sample = indices[Math.floor(wrong / featuresOf(dataset))]!;
  throw new UsageError({
    got: `${functionName} got ${x[wrong]} in sample ${sample} ("${dataset.ids[sample]}").`,
    expected: "finite numbers.",
    fix: "find where the number comes from (0/0, a missing cell, an empty image) and repair or drop the sample.",
  });
}
