// Data sets as a user's own module would make them, for workers to import.
import { threadId } from "node:worker_threads";
import type { Dataset } from "../../../lib/core/index.js";
import { datasetFromArrays } from "../../../lib/data/index.js";

/** One number per sample: its row times `factor`. */
export function rowNumbers(size: number, factor = 1): Dataset {
  return datasetFromArrays({
    x: Float32Array.from({ length: size }, (_, i) => i * factor),
    shape: [1],
    labels: new Int32Array(size),
    classes: ["row"],
  });
}

/** Other numbers in each thread that calls it: the mistake that a stream must notice. */
export function changing(size: number): Dataset {
  return rowNumbers(size, 1 + threadId);
}

/** Fails when row 5 is asked for. */
export function failing(size: number): Dataset {
  const rows = rowNumbers(size);
  return {
    ...rows,
    batch(indices) {
      if (Array.from(indices).includes(5)) throw new Error("row 5 is broken");
      return rows.batch(indices);
    },
  };
}

export const notAFunction = 7;

export function notADataset(): string {
  return "something else";
}
