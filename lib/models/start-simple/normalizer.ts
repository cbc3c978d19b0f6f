import { permutation, randomSource, type Samples, UsageError } from "../../core/index.js";
import { rowsOf } from "../baselines/rows-of.js";

/** What was decided about the inputs. */
export interface Normalizer {
  readonly normalize: <D extends Samples>(dataset: D) => D;
  readonly why: string;
}

/** Samples that are looked at. */
const LOOKED_AT = 1000;

/** Standardised columns have a root mean square of 1; within these bounds, Adam does not mind. */
const [LARGEST_SIZE, SMALLEST_DEVIATION] = [3, 0.03];

interface Column {
  readonly mean: number;
  /** 1 for a column that is constant. */
  readonly deviation: number;
  readonly fits: boolean;
}

/**
 * Looks at the inputs' scale. Bytes need nothing, for `fit` centres them; other numbers are left alone where every
 * column is of about the size of 1, and standardised where one is not.
 *
 * A column is a feature, or a channel of all places. Padded steps do not count, and stay zero.
 *
 * @throws UsageError for a number that is NaN or infinite
 */
export function normalizerOf(train: Samples): Normalizer {
  if (train.batch(Uint32Array.of(0)).x instanceof Uint8Array)
    return {
      normalize: (dataset) => dataset,
      why: "Inputs are bytes: fit scales them to −1 … 1, in training and in evaluation alike.",
    };
  const columns = columnsOf(train);
  const misfit = columns.findIndex(({ fits }) => !fits);
  if (misfit === -1)
    return {
      normalize: (dataset) => dataset,
      why: "Inputs are of about the size of 1 already: nothing to normalize.",
    };
  const { mean, deviation } = columns[misfit]!;
  return {
    normalize: (dataset) => standardized(dataset, train.shape, columns),
    why: `Inputs differ in scale (column ${misfit} has mean ${short(mean)} and deviation ${short(deviation)}): normalize(dataset) standardises each column by the training set's numbers; give every split to it.`,
  };
}

/** Mean and deviation of each column, from a fixed choice of samples; in two passes, for large means. */
function columnsOf(train: Samples): Column[] {
  const order = permutation(train.size, randomSource(0, "input scale"));
  const chosen = order.subarray(0, LOOKED_AT).sort();
  const width = train.shape.at(-1)!;
  const count = new Float64Array(width);
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  forEachNumber(train, chosen, (value, column) => {
    count[column]!++;
    means[column]! += value;
  });
  means.forEach((sum, column) => {
    means[column] = sum / count[column]!;
  });
  forEachNumber(train, chosen, (value, column) => {
    squares[column]! += (value - means[column]!) ** 2;
  });
  return Array.from(means, (mean, column) => {
    const deviation = Math.sqrt(squares[column]! / count[column]!);
    if (!(deviation > 1e-6 * Math.abs(mean)))
      return { mean, deviation: 1, fits: Math.abs(mean) <= LARGEST_SIZE };
    const fits = Math.hypot(mean, deviation) <= LARGEST_SIZE && deviation >= SMALLEST_DEVIATION;
    return { mean, deviation, fits };
  });
}

/** Visits every real number: not those of padded steps. */
function forEachNumber(
  dataset: Samples,
  indices: Uint32Array,
  visit: (value: number, column: number) => void,
): void {
  const width = dataset.shape.at(-1)!;
  for (const { start, rows } of rowsOf("startSimple", dataset, indices))
    forEachReal(dataset, indices.subarray(start), rows, (i) => visit(rows[i]!, i % width));
}

/** The places of a batch's real numbers. */
function forEachReal(
  { shape, lengths }: Samples,
  indices: ArrayLike<number>,
  x: ArrayLike<number>,
  visit: (place: number) => void,
): void {
  const size = shape.reduce((product, axis) => product * axis, 1);
  for (let sample = 0; sample * size < x.length; sample++) {
    const real = lengths === undefined ? size : lengths[indices[sample]!]! * (size / shape[0]!);
    for (let i = 0; i < real; i++) visit(sample * size + i);
  }
}

/** A view of the data set: everything but `batch` is the original's. */
function standardized<D extends Samples>(
  dataset: D,
  shape: readonly number[],
  columns: readonly Column[],
): D {
  if (dataset.shape.join() !== shape.join())
    throw new UsageError({
      got: `normalize got samples of shape [${dataset.shape.join(", ")}].`,
      expected: `[${shape.join(", ")}], as startSimple has seen them.`,
      fix: "load all splits alike.",
    });
  const batch: Samples["batch"] = (indices) => {
    const raw = dataset.batch(indices);
    const x = new Float32Array(raw.x.length);
    forEachReal(dataset, indices, raw.x, (i) => {
      const { mean, deviation } = columns[i % columns.length]!;
      x[i] = (raw.x[i]! - mean) / deviation;
    });
    return { x, shape: raw.shape };
  };
  const getters = Object.keys(dataset)
    .filter((name) => name !== "batch")
    .map((name) => [name, { get: () => dataset[name as keyof D], enumerable: true }] as const);
  const view: object = Object.defineProperties({}, Object.fromEntries(getters));
  return Object.defineProperty(view, "batch", { value: batch, enumerable: true }) as D;
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
