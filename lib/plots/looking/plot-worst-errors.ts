import { checkOptions, type Dataset, type Figure, type PredictionLog, UsageError } from "../../core/index.js";
import { assertImages } from "../image-grid/assert-images.js";
import { planGrid } from "../image-grid/plan-grid.js";
import { sheetFigure } from "../image-grid/sheet-figure.js";
import { escapeXml } from "../svg/tidy-svg.js";
import { errorsReading } from "./errors-reading.js";
import { worstFirst } from "./worst-errors.js";

/** Options for {@link plotWorstErrors}. */
export interface PlotWorstErrorsOptions {
  /** Images in all; defaults to 21. */
  images?: number;
  /** Images in a row; defaults to 7. */
  columns?: number;
  /** Defaults to "The surest mistakes". */
  title?: string;
}

/**
 * The images that a model is most mistaken about, worst first, each with "label → prediction" and the probability of the
 * prediction. Mislabelled images are among the first; what the others have in common is what to work on.
 *
 * @param dataset - the images that were predicted, or more; shape [height, width, channels]
 * @param log - one model's predictions; its ids name the images
 * @returns a figure 640 pixels wide; its reading counts the errors, and names the tag under which they are commonest
 * @throws UsageError where no prediction is of these images
 */
export function plotWorstErrors(
  dataset: Dataset,
  log: PredictionLog,
  options: PlotWorstErrorsOptions = {},
): Figure {
  checkOptions("plotWorstErrors", options, ["images", "columns", "title"]);
  const { images = 21, columns = 7, title = "The surest mistakes" } = options;
  if (!(Number.isInteger(images) && images > 0))
    throw new UsageError({
      got: `images is ${String(images)}.`,
      expected: "a whole number above 0.",
      fix: "pass { images: 21 }.",
    });
  assertImages("plotWorstErrors", dataset);
  const judged = worstFirst(dataset, log);
  const wrong = judged.filter(({ label, predicted }) => label !== predicted);
  const shown = (wrong.length > 0 ? wrong : judged).slice(0, images);
  const batch = dataset.batch(shown.map(({ row }) => row));
  const plan = planGrid(batch.shape, columns, { gapY: 40 });
  return {
    ...sheetFigure(batch, plan, {
      title,
      subtitle: "label → prediction, and how sure the model is of it",
      captions: shown.map(
        ({ label, predicted, probability }) =>
          `${escapeXml(label)} →<br>${escapeXml(predicted)} ${probability.toFixed(2)}`,
      ),
    }),
    reading: errorsReading(dataset, judged),
    drawing: shown
      .map(({ row, label, predicted, probability }) =>
        [`${dataset.ids[row]}:`, label, "→", predicted, probability.toFixed(2)].join(" "),
      )
      .join("\n"),
  };
}
