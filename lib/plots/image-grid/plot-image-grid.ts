import { checkOptions, type Dataset, encodePng, type Figure, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { type GridPlan, imageGridPixels } from "./image-grid-pixels.js";
import { imageGridReading } from "./image-grid-reading.js";

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

const sheetWidth = 608;
const margin = { l: 16, r: 16, t: 48, b: 4 };

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
  assertImages(dataset, indices.length, captions.length);
  const batch = dataset.batch(indices);
  const plan = planGrid(batch.shape, columns);
  const sheet = imageGridPixels(batch, plan);
  const png = Buffer.from(encodePng(sheet.pixels, sheet.width, sheet.height)).toString("base64");
  const hidden = { visible: false, fixedrange: true };
  return {
    data: [],
    layout: {
      ...baseLayout({
        title,
        margin: { ...margin, r: 640 - margin.l - sheet.width },
        height: sheet.height + margin.t + margin.b,
        annotations: captions.map((caption, i) => captionBelow(caption, i, plan)),
      }),
      xaxis: { ...hidden, range: [0, sheet.width] },
      yaxis: { ...hidden, range: [sheet.height, 0] },
      images: [
        {
          ...{ source: `data:image/png;base64,${png}`, xref: "x", yref: "y", x: 0, y: 0 },
          ...{ sizex: sheet.width, sizey: sheet.height, sizing: "stretch", layer: "below" },
        },
      ],
    },
    reading: imageGridReading(batch, labels),
    drawing: captions.map((caption, i) => `${i + 1} ${caption}`).join("  "),
  };
}

const firstOnes = ({ size }: Dataset): number[] => Array.from({ length: Math.min(24, size) }, (_, i) => i);

function assertImages({ shape }: Dataset, images: number, captions: number): void {
  if (shape.length !== 3 || ![1, 3, 4].includes(shape[2]!))
    throw new UsageError({
      got: `samples of shape [${shape.join(", ")}].`,
      expected: "images: [height, width, channels] with 1, 3 or 4 channels.",
      fix: "plotImageGrid shows images only.",
    });
  if (images === 0 || captions !== images)
    throw new UsageError({
      got: `${images} images and ${captions} captions.`,
      expected: "at least one image, and as many captions.",
      fix: "pass one caption for each index, or none for the classes' names.",
    });
}

/** The largest whole enlargement that fits; an image too large for that is shrunk. */
function planGrid([images, height, width]: readonly number[], columns: number): GridPlan {
  const room = Math.floor((sheetWidth - 8 * (columns - 1)) / columns);
  const factor = Math.min(room / width!, 160 / height!);
  const scale = factor >= 1 ? Math.floor(factor) : factor;
  const tileWidth = Math.max(1, Math.floor(width! * scale));
  const gapX =
    columns === 1 ? 0 : Math.min(24, Math.floor((sheetWidth - columns * tileWidth) / (columns - 1)));
  const tileHeight = Math.max(1, Math.floor(height! * scale));
  return { columns, rows: Math.ceil(images! / columns), tileWidth, tileHeight, gapX, gapY: 26 };
}

function captionBelow(text: string, i: number, plan: GridPlan): Record<string, unknown> {
  const x = (i % plan.columns) * (plan.tileWidth + plan.gapX) + plan.tileWidth / 2;
  const y = Math.floor(i / plan.columns) * (plan.tileHeight + plan.gapY) + plan.tileHeight;
  const place = { xref: "x", yref: "y", x, y, xanchor: "center", yanchor: "top", showarrow: false };
  return { ...place, text, font: { size: 12, color: palette.ink } };
}
