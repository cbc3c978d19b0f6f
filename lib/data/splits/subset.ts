import type { Dataset } from "../../core/index.js";
import { checkIndices } from "../check-values.js";
import { once } from "../once.js";

/**
 * Some samples of a data set, in the given order: a view, which copies no pixels.
 *
 * @param indices - rows of `dataset`; a row may be taken more than once, and its name is then no longer unique
 * @throws UsageError when an index is no row of the data set
 */
export function subset(dataset: Dataset, indices: ArrayLike<number>): Dataset {
  checkIndices("subset", indices, dataset.size);
  const rows = Uint32Array.from(indices);
  const tags = once(() => pickTags(dataset.tags, rows));
  return {
    size: rows.length,
    shape: dataset.shape,
    classes: dataset.classes,
    labels: Int32Array.from(rows, (row) => dataset.labels[row]!),
    ids: Array.from(rows, (row) => dataset.ids[row]!),
    get tags() {
      return tags();
    },
    batch(wanted) {
      checkIndices("batch", wanted, rows.length);
      return dataset.batch(Uint32Array.from(wanted, (i) => rows[i]!));
    },
  };
}

function pickTags(tags: Dataset["tags"], rows: Uint32Array): Record<string, Float32Array> {
  const pick = (values: Float32Array): Float32Array => Float32Array.from(rows, (row) => values[row]!);
  return Object.fromEntries(Object.entries(tags).map(([name, values]) => [name, pick(values)]));
}
