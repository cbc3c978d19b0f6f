import type { Samples } from "../../core/index.js";

/**
 * How a data set is made, in plain values that another thread can follow: import `module`, call its `export` with
 * `args`. The result is the data set, a promise of it, or an object of several, of which `part` is the one meant.
 */
export interface Recipe {
  /** The module's URL, such as `import.meta.url`, or a package's name. */
  readonly module: string;
  /** The name of the function; "default" for the default export. */
  readonly export: string;
  /** Its arguments: numbers, texts, arrays, plain objects, typed arrays. */
  readonly args: readonly unknown[];
  /** Which of several data sets, such as "train". */
  readonly part?: string;
}

/** Where a data set's samples come from: those of the recipe, or its rows `rows`. */
export interface Origin {
  readonly recipe: Recipe;
  readonly rows?: Uint32Array;
}

const origins = new WeakMap<Samples, Origin>();

/**
 * Notes how a data set is made, so that worker threads can make it too; returns the same data set.
 *
 * You promise that the recipe gives the same samples each time. Views by `subset` and `splitDataset` inherit it.
 */
export function withRecipe<D extends Samples>(dataset: D, recipe: Recipe): D {
  // A copy: what the caller does to the options afterwards does not change the data set either.
  origins.set(dataset, { recipe: structuredClone(recipe) });
  return dataset;
}

/** Where a data set comes from, if anybody noted it. */
export function originOf(dataset: Samples): Origin | undefined {
  return origins.get(dataset);
}

/** Notes that `view` holds these rows of `base` (all of them, in order, where `rows` is left out). */
export function inheritOrigin<D extends Samples>(view: D, base: Samples, rows?: Uint32Array): D {
  const origin = origins.get(base);
  if (origin === undefined) return view;
  const { recipe, rows: baseRows } = origin;
  if (rows === undefined) origins.set(view, origin);
  else origins.set(view, { recipe, rows: baseRows === undefined ? rows : rows.map((row) => baseRows[row]!) });
  return view;
}
