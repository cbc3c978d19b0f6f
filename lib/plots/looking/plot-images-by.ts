import { checkOptions, type Dataset, type Figure } from "../../core/index.js";
import { assertImages } from "../image-grid/assert-images.js";
import { planGrid } from "../image-grid/plan-grid.js";
import { sheetFigure } from "../image-grid/sheet-figure.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { escapeXml } from "../svg/tidy-svg.js";
import { groupImages, someOf } from "./group-images.js";
import { groupReading } from "./group-reading.js";

/** Options for {@link plotImagesBy}. */
export interface PlotImagesByOptions {
  /** Images in a row; defaults to 6. */
  columns?: number;
  /** Picks which are shown; defaults to 0. */
  seed?: number;
  /** Defaults to "Images by …". */
  title?: string;
}

/** Room for the headings, in pixels. */
const left = 150;

/**
 * Images of a data set in rows: one for each class, or for each value of a tag. What the images of a row have in common
 * is to be seen, and so is what they should not have in common.
 *
 * @param dataset - images of shape [height, width, channels], with 1, 3 or 4 channels
 * @param by - "label", or the name of a tag; a tag of many values is shown in six ranges
 * @returns a figure 640 pixels wide; its reading says how many there are of each, and whether the tag gives the class away
 * @throws UsageError where the samples are no images, or have no such tag
 */
export function plotImagesBy(dataset: Dataset, by: string, options: PlotImagesByOptions = {}): Figure {
  checkOptions("plotImagesBy", options, ["columns", "seed", "title"]);
  const { columns = 6, seed = 0, title = `Images by ${by}` } = options;
  assertImages("plotImagesBy", dataset);
  const groups = groupImages(dataset, by);
  const shown = groups.map((group) => someOf(group, columns, seed));
  const cells = shown.flatMap((rows, line) => rows.map((_, i) => line * columns + i));
  const batch = dataset.batch(shown.flat());
  const plan = {
    ...planGrid(batch.shape, columns, { left, gapY: by === "label" ? 12 : 24 }),
    rows: groups.length,
  };
  const captions =
    by === "label" ? [] : shown.flat().map((row) => escapeXml(dataset.classes[dataset.labels[row]!]!));
  const fit = by === "label" || groups.every(({ label }) => textRoom(label, 13) < left - 30);
  const headings = groups.map(({ label, rows }) =>
    heading(fit ? label : label.slice(by.length + 1), rows.length),
  );
  return {
    ...sheetFigure(batch, plan, { title, captions, headings }, cells),
    reading: groupReading(dataset, by, groups),
    drawing: groups.map(({ label, rows }) => `${label.padEnd(24)} ${rows.length}`).join("\n"),
  };
}

function heading(name: string, images: number): string {
  const count = `${images.toLocaleString("en")} ${images === 1 ? "image" : "images"}`;
  return `<b>${escapeXml(name)}</b><br><span style="color:${palette.faintInk}">${count}</span>`;
}
