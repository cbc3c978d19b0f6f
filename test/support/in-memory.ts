import type { Dataset } from "../../lib/core/index.js";
import { datasetFromArrays } from "../../lib/data/index.js";

/** The same samples, all of them in memory and known to be so. */
export function inMemory(dataset: Dataset): Dataset {
  const { x } = dataset.batch(Uint32Array.from({ length: dataset.size }, (_, i) => i));
  const { shape, labels, classes, ids } = dataset;
  return datasetFromArrays({ x, shape, labels, classes, ids });
}
