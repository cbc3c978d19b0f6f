import { UsageError } from "../../../core/index.js";

/** Rows of numbers that describe samples, a layer's activations for instance. */
export interface Embeddings {
  /** Row-major, shape [samples, width]. */
  readonly values: Float32Array;
  readonly width: number;
}

/**
 * Throws where embeddings are none.
 *
 * @param samples - how many rows there must be; defaults to two or more
 * @throws UsageError naming the row and column
 */
export function assertEmbeddings(
  functionName: string,
  { values, width }: Embeddings,
  samples?: number,
): void {
  const rows = values.length / width;
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  const asMany = samples === undefined ? Number.isInteger(rows) && rows >= 2 : rows === samples;
  if (asMany && wrong === -1) return;
  throw new UsageError({
    got:
      wrong === -1
        ? `${functionName} got ${values.length} numbers as rows of ${width}${samples === undefined ? "" : ` for ${samples} samples`}.`
        : `${functionName} got ${values[wrong]} in row ${Math.floor(wrong / width)}, column ${wrong % width}.`,
    expected: `${samples ?? "two or more"} rows of as many finite numbers each.`,
    fix: "pass { values, width }: one row of numbers for each sample, in the log's order.",
  });
}
