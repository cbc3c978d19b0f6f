import { checkOptions, type Dataset } from "../../core/index.js";
import { checkCount, checkIndices, checkSeed } from "../check-values.js";
import { datasetFromArrays } from "../sources/dataset-from-arrays.js";
import { subset } from "../splits/subset.js";
import { augmentDataset } from "./augment-dataset.js";
import type { Augmentation } from "./augmentation.js";
import { checkOps } from "./check-ops.js";

/** Options for {@link previewAugmentations}. */
export interface PreviewAugmentationsOptions {
  /** Pictures by each op, 1 … 32; defaults to 7. */
  draws?: number;
  /** Picks what happens to the image; defaults to 0. */
  seed?: number;
}

/**
 * One image through each of several ops, to be looked at: a row for each op, that starts with the image as it was.
 *
 * The rows are a data set of its own, (1 + draws) images each, whose ids say what was done; for all ops at once, preview
 * `augmentDataset(dataset, ops)` instead.
 *
 * @param index - the sample to be shown
 * @throws UsageError when the sample is not there, or there are no ops
 * @example
 * const preview = previewAugmentations(makeScenes(9), 0, [augmentations.rotate(), augmentations.fog()], { draws: 2 });
 * // plotImageGrid(preview, { captions: preview.ids, columns: 3 })
 * preview.ids; // ["as it was 1", "rotate 1", "rotate 2", "as it was 2", "fog 1", "fog 2"]
 */
export function previewAugmentations(
  dataset: Dataset,
  index: number,
  ops: readonly Augmentation[],
  options: PreviewAugmentationsOptions = {},
): Dataset {
  checkOptions("previewAugmentations", options, ["draws", "seed"]);
  checkIndices("previewAugmentations", [index], dataset.size);
  checkOps("previewAugmentations", ops);
  const { draws = 7, seed = 0 } = options;
  checkCount("draws", draws, 1, 32);
  checkSeed(seed);
  const original = dataset.batch([index]).x;
  const pictures = ops.flatMap((op) => [
    original,
    // Draw n is what happens to the image in epoch n.
    ...Array.from(
      { length: draws },
      (_, epoch) => augmentDataset(dataset, [op], { seed, epoch }).batch([index]).x,
    ),
  ]);
  const names = ops.flatMap(({ name }) => ["as it was", ...Array<string>(draws).fill(name)]);
  const x = joined(pictures);
  const { labels, tags } = subset(dataset, new Uint32Array(pictures.length).fill(index));
  return datasetFromArrays({
    ...{ x, labels, tags, shape: dataset.shape, classes: dataset.classes },
    ids: numbered(names),
  });
}

function joined(pictures: readonly (Float32Array | Uint8Array)[]): Float32Array | Uint8Array {
  const first = pictures[0]!;
  const length = first.length;
  const x =
    first instanceof Uint8Array
      ? new Uint8Array(pictures.length * length)
      : new Float32Array(pictures.length * length);
  for (const [i, picture] of pictures.entries()) x.set(picture, i * length);
  return x;
}

/** Each name with how often it has come so far. */
function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return `${name} ${seen.get(name)}`;
  });
}
