import {
  copiesFromMemory,
  type Dataset,
  isInMemory,
  type RegressionDataset,
  type Samples,
} from "../../core/index.js";
import { checkIndices } from "../check-values.js";
import { once } from "../once.js";
import { inheritOrigin } from "../streaming/recipe.js";
import { withTagsOf } from "../with-tags-of.js";
import { hasTargets, type SameKind } from "./same-kind.js";

/**
 * Some samples of a data set, in the given order: a view, which copies no pixels.
 *
 * @param indices - rows of `dataset`; a row may be taken more than once, and its name is then no longer unique
 * @throws UsageError when an index is no row of the data set
 */
export function subset<D extends Dataset | RegressionDataset>(
  dataset: D,
  indices: ArrayLike<number>,
): SameKind<D> {
  checkIndices("subset", indices, dataset.size);
  const rows = Uint32Array.from(indices);
  const samples = viewOf(dataset, rows);
  const view: Dataset | RegressionDataset = hasTargets(dataset)
    ? withAnswers(samples, {
        targetNames: () => dataset.targetNames,
        targets: once(() => pickRows(dataset.targets, rows, dataset.targetNames.length)),
      })
    : withAnswers(samples, {
        classes: () => dataset.classes,
        labels: once(() => Int32Array.from(rows, (row) => dataset.labels[row]!)),
      });
  return inheritOrigin(view, dataset, rows) as SameKind<D>;
}

/** Everything but the answers; what costs time is worked out when it is first asked for. */
function viewOf(base: Samples, rows: Uint32Array): Samples {
  const ids = once(() => Array.from(rows, (row) => base.ids[row]!));
  const tags = once(
    () =>
      base.tagsOf?.(rows) ??
      Object.fromEntries(Object.entries(base.tags).map(([name, values]) => [name, pickRows(values, rows)])),
  );
  const lengths = once(() => base.lengths && Int32Array.from(rows, (row) => base.lengths![row]!));
  const view: Samples = {
    size: rows.length,
    shape: base.shape,
    get ids() {
      return ids();
    },
    get tags() {
      return tags();
    },
    get lengths() {
      return lengths();
    },
    batch: copiesFromMemory(
      (wanted) => {
        checkIndices("batch", wanted, rows.length);
        return base.batch(Uint32Array.from(wanted, (i) => rows[i]!));
      },
      () => isInMemory(base),
    ),
  };
  const baseRows = (wanted: ArrayLike<number>): Uint32Array => Uint32Array.from(wanted, (i) => rows[i]!);
  return withTagsOf(view, base.tagsOf && ((wanted) => base.tagsOf!(baseRows(wanted))));
}

/** Adds properties that are computed when they are first read. */
function withAnswers<T extends object>(
  samples: Samples,
  answers: { [K in keyof T]: () => T[K] },
): Samples & T {
  for (const [name, get] of Object.entries<() => unknown>(answers))
    Object.defineProperty(samples, name, { get, enumerable: true });
  return samples as Samples & T;
}

/** Row-major values of some rows. */
function pickRows(values: Float32Array, rows: Uint32Array, columns = 1): Float32Array {
  return Float32Array.from(
    { length: rows.length * columns },
    (_, i) => values[rows[Math.floor(i / columns)]! * columns + (i % columns)]!,
  );
}
