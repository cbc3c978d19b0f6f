import { copiesFromMemory, type Dataset, isInMemory } from "../../core/index.js";
import { once } from "../once.js";
import { inheritOrigin } from "../streaming/recipe.js";
import { withTagsOf } from "../with-tags-of.js";

type Columns = Record<string, Float32Array>;

/** The same samples with other labels, and with some tags replaced or added; each is worked out when it is first read. */
export function withLabels(
  dataset: Dataset,
  labels: () => Int32Array,
  changed: Readonly<Record<string, () => Float32Array>>,
): Dataset {
  const columns = Object.fromEntries(Object.entries(changed).map(([name, make]) => [name, once(make)]));
  const view: Dataset = {
    size: dataset.size,
    shape: dataset.shape,
    classes: dataset.classes,
    get labels() {
      return labels();
    },
    get ids() {
      return dataset.ids;
    },
    tags: withColumns(dataset.tags, columns),
    get lengths() {
      return dataset.lengths;
    },
    batch: copiesFromMemory(
      (indices) => dataset.batch(indices),
      () => isInMemory(dataset),
    ),
  };
  const columnsOf = (rows: ArrayLike<number>): Readonly<Record<string, () => Float32Array>> =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        () => Float32Array.from(rows, (row) => column()[row]!),
      ]),
    );
  const tagsOf =
    dataset.tagsOf && ((rows: ArrayLike<number>) => withColumns(dataset.tagsOf!(rows), columnsOf(rows)));
  return inheritOrigin(withTagsOf(view, tagsOf), dataset);
}

/** The tags with some replaced or added; none is read here, since reading may mean working it out. */
function withColumns(tags: Columns, changed: Readonly<Record<string, () => Float32Array>>): Columns {
  const all: Columns = {};
  for (const name of new Set([...Object.keys(tags), ...Object.keys(changed)]))
    Object.defineProperty(all, name, { get: changed[name] ?? (() => tags[name]), enumerable: true });
  return all;
}
