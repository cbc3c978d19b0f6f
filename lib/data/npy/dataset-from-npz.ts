import { resolve } from "node:path";
import { checkOptions, type Dataset, nearestName, UsageError } from "../../core/index.js";
import { datasetFromArrays } from "../sources/dataset-from-arrays.js";
import { withRecipe } from "../streaming/recipe.js";
import { labelsFromNpy } from "./labels-from-npy.js";
import type { NpyData } from "./npy-types.js";
import { readNpz } from "./read-npz.js";
import { sampleShape } from "./sample-shape.js";

/** Options for {@link datasetFromNpz}. */
export interface DatasetFromNpzOptions {
  /** The name of the array of samples, shape [samples, …sample]; defaults to "x". */
  x?: string;
  /** The name of the array of labels, whole numbers or classes' names; defaults to "y". */
  labels?: string;
  /** The classes' names; defaults to the names in the labels, in alphabetical order, or to "0", "1", … */
  classes?: readonly string[];
  /** One sample's shape, where it is another than the file's, such as [28, 28, 1] for [28, 28]. */
  shape?: readonly number[];
}

/**
 * A data set of two arrays in a `.npz` file, read into memory.
 *
 * Unsigned bytes stay bytes 0 … 255; all other numbers become `Float32Array` and are taken as scaled.
 *
 * @throws UsageError when the file is damaged, lacks an array, or has other samples than labels
 */
export async function datasetFromNpz(path: string, options: DatasetFromNpzOptions = {}): Promise<Dataset> {
  checkOptions("datasetFromNpz", options, ["x", "labels", "classes", "shape"]);
  const arrays = await readNpz<NpyData>(path);
  const pick = (name: string) => arrays[name] ?? missing(path, name, Object.keys(arrays));
  const { x = "x", labels: y = "y" } = options;
  const samples = pick(x);
  const { labels, classes } = labelsFromNpy(pick(y), `${path}, ${y}`, options.classes);
  const dataset = datasetFromArrays({
    x: toFeatures(samples.data, `${path}, ${x}`),
    shape: sampleShape(samples.shape, options.shape, `${path}, ${x}`),
    labels,
    classes,
  });
  const recipe = { module: import.meta.url, export: "datasetFromNpz", args: [resolve(path), options] };
  return withRecipe(dataset, recipe);
}

function toFeatures(data: NpyData, name: string): Float32Array | Uint8Array {
  if (data instanceof Uint8Array || data instanceof Float32Array) return data;
  if (!Array.isArray(data)) return Float32Array.from(data);
  throw new UsageError({
    got: `${name} has texts.`,
    expected: "numbers.",
    fix: "name the array of numbers, or turn the texts into numbers first.",
  });
}

function missing(path: string, name: string, names: readonly string[]): never {
  const meant = nearestName(name, names) ?? names[0];
  throw new UsageError({
    got: `${path} has no array "${name}".`,
    expected: `one of ${names.map((known) => `"${known}"`).join(", ") || "none: the archive is empty"}.`,
    fix: `pass { x: …, labels: … } with the arrays' names, such as "${meant}".`,
  });
}
