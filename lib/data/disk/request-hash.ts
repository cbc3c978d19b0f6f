import { createHash, type Hash } from "node:crypto";
import { type AnyDataSet, classesOf, type Splits } from "./any-data-set.js";
import type { DataSetAbout, DataSetFormat } from "./record.js";

/**
 * A hash of everything that is known without looking at a pixel: two calls with the same hash write the same files, so
 * one may finish what the other began.
 */
export function requestHash(splits: Splits, format: DataSetFormat, about: DataSetAbout): string {
  const hash = createHash("sha256").update(JSON.stringify([format, about]));
  for (const [name, dataset] of Object.entries(splits)) {
    hash.update(JSON.stringify([name, dataset.size, dataset.shape, classesOf(dataset)]));
    addColumns(hash, dataset);
  }
  return hash.digest("hex");
}

function addColumns(hash: Hash, dataset: AnyDataSet): void {
  for (const id of dataset.ids) hash.update(id).update("\n");
  if ("labels" in dataset) hash.update(bytesOf(dataset.labels));
  else hash.update(JSON.stringify(dataset.targetNames)).update(bytesOf(dataset.targets));
  if (dataset.lengths !== undefined) hash.update(bytesOf(dataset.lengths));
  for (const [tag, values] of Object.entries(dataset.tags)) hash.update(`${tag}\n`).update(bytesOf(values));
}

function bytesOf(array: Int32Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
