import { checkOptions, permutation, randomSource, UsageError } from "../../core/index.js";
import { assertEmbeddings, type Embeddings } from "../slices/embeddings/embeddings.js";

/** Options for {@link embeddingShift}. */
export interface EmbeddingShiftOptions {
  /** γ of the kernel exp(−γ‖a − b‖²); defaults to 1 by the median of the squared distances. */
  gamma?: number;
  /** Samples of each side at most, drawn at random: the cost grows with their square. Defaults to 500. */
  samples?: number;
  /** How often the sides are shuffled for the chance; defaults to 200. */
  permutations?: number;
  /** Seed of the draws; defaults to 0. */
  seed?: number;
}

/** How far two sets of embeddings are apart. */
export interface EmbeddingShift {
  /** The squared maximum mean discrepancy, never negative, above 0 by chance. */
  readonly biased: number;
  /** The same without that bias; may be negative. */
  readonly unbiased: number;
  /** The chance of such a discrepancy where both come from one distribution, by permutation. */
  readonly pValue: number;
}

/**
 * Whether two sets of images look alike to the model: the maximum mean discrepancy of their embeddings, with a permutation
 * test. A test of covariate shift that needs neither labels nor a classifier.
 *
 * @throws UsageError for fewer than two samples, other widths, values that are no numbers, or options that are none
 * @see A. Gretton et al., "A Kernel Two-Sample Test" (2012)
 * @example
 * const source = { values: Float32Array.of(1, 2, 3, 4, 5, 9), width: 2 };
 * const target = { values: Float32Array.of(2, 1, 0, 3, 4, 4, 1, 0), width: 2 };
 * embeddingShift(source, target, { gamma: 0.5 }).biased.toFixed(6); // "0.387959"
 */
export function embeddingShift(
  source: Embeddings,
  target: Embeddings,
  options: EmbeddingShiftOptions = {},
): EmbeddingShift {
  checkOptions("embeddingShift", options, ["gamma", "samples", "permutations", "seed"]);
  const { samples = 500, permutations = 200, seed = 0 } = options;
  for (const side of [source, target]) assertEmbeddings("embeddingShift", side);
  if (source.width !== target.width || !(samples >= 2 && permutations >= 1))
    throw new UsageError({
      got: `embeddingShift got widths ${source.width} and ${target.width}, ${samples} samples and ${permutations} permutations.`,
      expected: "the same width on both sides, two samples or more and one permutation or more.",
      fix: "embed both sets with the same layer of the same model.",
    });
  const [first, second] = [drawn(source, samples, seed), drawn(target, samples, seed)];
  const distances = squaredDistances([...first, ...second]);
  const size = first.length + second.length;
  const gamma = options.gamma ?? 1 / medianOf(distances, size);
  const kernel = distances.map((distance) => Math.exp(-gamma * distance));
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  const found = discrepancy(kernel, order, first.length);
  const random = randomSource(seed, "permutations");
  let asFar = 1;
  for (let i = 0; i < permutations; i++)
    if (discrepancy(kernel, permutation(size, random), first.length).biased >= found.biased) asFar++;
  return { ...found, pValue: asFar / (permutations + 1) };
}

function drawn({ values, width }: Embeddings, samples: number, seed: number): Float32Array[] {
  const rows = values.length / width;
  const order = permutation(rows, randomSource(seed, "embeddings"));
  const kept = rows <= samples ? order.sort() : order.slice(0, samples);
  return Array.from(kept, (row) => values.subarray(row * width, (row + 1) * width));
}

/** Row-major, shape [rows, rows]. */
function squaredDistances(rows: readonly Float32Array[]): Float64Array {
  const distances = new Float64Array(rows.length ** 2);
  for (const [i, a] of rows.entries())
    for (let j = 0; j < i; j++) {
      const b = rows[j]!;
      let sum = 0;
      for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
      distances[i * rows.length + j] = sum;
      distances[j * rows.length + i] = sum;
    }
  return distances;
}

function medianOf(distances: Float64Array, size: number): number {
  const apart = distances.filter((_, i) => Math.floor(i / size) < i % size).sort();
  return apart[Math.floor(apart.length / 2)]! || 1;
}

function discrepancy(
  kernel: Float64Array,
  order: Uint32Array,
  first: number,
): { biased: number; unbiased: number } {
  const size = order.length;
  const second = size - first;
  let [within, beyond, across] = [0, 0, 0];
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      const value = kernel[order[i]! * size + order[j]!]!;
      if (i < first) within += 2 * value;
      else if (j >= first) beyond += 2 * value;
      else across += value;
    }
  const between = (2 * across) / (first * second);
  return {
    biased: (within + first) / first ** 2 + (beyond + second) / second ** 2 - between,
    unbiased: within / (first * (first - 1)) + beyond / (second * (second - 1)) - between,
  };
}
