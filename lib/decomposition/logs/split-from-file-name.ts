import { basename } from "node:path";

/** Longer names first: "train" is in "train-val" too. */
const patterns: readonly (readonly [split: string, pattern: RegExp])[] = [
  ["trainVal", /train[-_. ]?(val|dev)/i],
  ["testVal", /test[-_. ]?(val|dev)/i],
  ["train", /train/i],
  ["test", /test/i],
];

/**
 * The split that a file's name speaks of, or undefined.
 *
 * @example
 * splitFromFileName("runs/7/resnet-train_val.parquet"); // "trainVal"
 * splitFromFileName("runs/test/predictions.parquet"); // undefined
 */
export function splitFromFileName(path: string): string | undefined {
  return patterns.find(([, pattern]) => pattern.test(basename(path)))?.[0];
}
