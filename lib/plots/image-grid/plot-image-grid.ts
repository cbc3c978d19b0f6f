import { checkOptions, type Dataset, type Figure, UsageError } from "../../core/index.js";
import { assertImages } from "./assert-images.js";
import { imageGridReading } from "./image-grid-reading.js";
import { planGrid } from "./plan-grid.js";
import { sheetFigure } from "./sheet-figure.js";

/** Options for {@link plotImageGrid}. */
export interface PlotImageGridOptions {
  /** Which samples, by their place in the data set; defaults to the first 24. */
  indices?: ArrayLike<number>;
  /** One text under each image; defaults to the name of its class. */
  captions?: readonly string[];
  /** Images side by side; defaults to 8, or fewer where there are fewer images. */
  columns?: number;
  /** Defaults to "Images and their labels". */
  title?: string;
}

/**
 * Images of a data set with their labels: look at the data before anything else.
 *
 * @param dataset - images of shape [height, width, channels], with 1, 3 or 4 channels; a fourth is not shown
 * @returns a figure 640 pixels wide; its reading says how many there are of each class, and the range of the pixels
 * @throws UsageError where the samples are no images, or captions are too few or too many
 */
export function plotImageGrid(dataset: Dataset, options: PlotImageGridOptions = {}): Figure {
  checkOptions("plotImageGrid", options, ["indices", "captions", "columns", "title"]);
  const {
    indices = firstOnes(dataset),
    columns = Math.min(8, indices.length),
    title = "Images and their labels",
  } = options;
  const labels = Array.from(indices, (index) => dataset.classes[dataset.labels[index]!]!);
  const { captions = labels } = options;
  assertImages("plotImageGrid", dataset);
  assertCaptions(indices.length, captions.length);
  const batch = dataset.batch(indices);
  return {
    ...sheetFigure(batch, planGrid(batch.shape, columns), { title, captions }),
    reading: imageGridReading(batch, labels),
    drawing: captions.map((caption, i) => `${i + 1} ${caption}`).join("  "),
  };
}

const firstOnes = ({ size }: Dataset): number[] => Array.from({ length: Math.min(24, size) }, (_, i) => i);

function assertCaptions(images: number, captions: number): void {
  if (images > 0 && captions === images) return;
  throw new UsageError({
    got: `${images} images and ${captions} captions.`,
    expected: "at least one image, and as many captions.",
    fix: "pass one caption for each index, or none for the classes' names.",
  });
}
