import { resolve } from "node:path";
import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { checkIndices } from "../check-values.js";
import { datasetFromArrays } from "../sources/dataset-from-arrays.js";
import { withRecipe } from "../streaming/recipe.js";
import { labelsFromNpy } from "./labels-from-npy.js";
import type { NpyData } from "./npy-types.js";
import type { NpyLayout } from "./parse-npy-header.js";
import { withFile } from "./read-bytes.js";
import { layoutOf, readNpy } from "./read-npy.js";
import { sampleShape } from "./sample-shape.js";

/** Options for {@link datasetFromNpy}. */
export interface DatasetFromNpyOptions {
  /** The labels: another `.npy` file, of whole numbers or of classes' names, or an array. */
  labels: string | ArrayLike<number>;
  /** The classes' names; defaults to the names in the labels, in alphabetical order, or to "0", "1", … */
  classes?: readonly string[];
  /** One sample's shape, where it is another than the file's, such as [28, 28, 1] for [28, 28]. */
  shape?: readonly number[];
}

/**
 * A data set over a `.npy` file, which stays on disk: each batch reads its rows, so the file may be larger than memory.
 *
 * Unsigned bytes stay bytes 0 … 255; all other numbers become `Float32Array` and are taken as scaled. Wrap it in
 * `keepInMemory` to read each row once; worker threads of `streamBatches` read it too.
 *
 * @param path - an array of shape [samples, …sample]
 * @throws UsageError when a file is no `.npy` file or cut short, or has other samples than labels
 */
export async function datasetFromNpy(path: string, options: DatasetFromNpyOptions): Promise<Dataset> {
  checkOptions("datasetFromNpy", options, ["labels", "classes", "shape"]);
  const file = resolve(path);
  const layout = withFile(file, layoutOf);
  assertReadable(layout, file);
  const shape = sampleShape(layout.shape, options.shape, path);
  const stored =
    typeof options.labels === "string"
      ? await readNpy<NpyData>(options.labels)
      : { data: Float64Array.from(options.labels), shape: [options.labels.length] };
  const name = typeof options.labels === "string" ? options.labels : "labels";
  const { labels, classes } = labelsFromNpy(stored, name, options.classes);
  const size = layout.shape[0]!;
  if (labels.length !== size)
    throw new UsageError({
      got: `${path} has ${size} samples, ${name} has ${labels.length} labels.`,
      expected: "one label per sample.",
      fix: "save both from the same rows.",
    });
  // The checks of labels and classes are those of arrays; the pixels are not in memory to be checked.
  const { ids } = datasetFromArrays({ x: new Uint8Array(size), shape: [1], labels, classes });
  const dataset: Dataset = {
    ...{ size, shape, classes, labels, ids, tags: {} },
    batch(indices) {
      checkIndices("batch", indices, size);
      return { x: readRows(file, layout, indices), shape: [indices.length, ...shape] };
    },
  };
  return withRecipe(dataset, {
    module: import.meta.url,
    export: "datasetFromNpy",
    args: [file, { ...options, labels, classes }],
  });
}

function readRows(
  path: string,
  { type, descr, offset, shape, count }: NpyLayout,
  indices: ArrayLike<number>,
): Float32Array | Uint8Array {
  const length = count / shape[0]!;
  const bytes = new Uint8Array(indices.length * length * type.bytes);
  withFile(path, (file) => {
    const row = length * type.bytes;
    for (let i = 0; i < indices.length; i++)
      file.read(bytes.subarray(i * row, (i + 1) * row), offset + indices[i]! * row);
  });
  if (descr === "|u1") return bytes;
  const values = Float32Array.from(
    type.read(new DataView(bytes.buffer), indices.length * length) as Float64Array,
  );
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong === -1) return values;
  throw new UsageError({
    got: `${path} has ${values[wrong]} in row ${indices[Math.floor(wrong / length)]}, value ${wrong % length} of ${length}.`,
    expected: "finite numbers: one NaN in the data makes every weight NaN after one step.",
    fix: "drop the row, or fill the gap, and save the file again.",
  });
}

function assertReadable({ isFortran, shape, descr }: NpyLayout, path: string): void {
  if (shape.length > 0 && !(isFortran && shape.length > 1) && !/[US]/.test(descr)) return;
  throw new UsageError({
    got: `${path} has ${shape.length === 0 ? "a single value" : isFortran ? "the elements in Fortran's order" : "texts"}.`,
    expected: "numbers, sample after sample, so that a batch can be read from its place.",
    fix: "in Python: numpy.save(path, numpy.ascontiguousarray(array)); or await readNpy(path), which turns it round.",
  });
}
