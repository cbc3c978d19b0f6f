import type * as tf from "@tensorflow/tfjs";
import { checkOptions, type Dataset, type SplitScores, withCellSignal } from "../core/index.js";
import { assertFits } from "./assert-fits.js";
import { probabilitiesOf } from "./probabilities.js";
import { scores } from "./scores.js";
import { withKernelHints } from "./with-kernel-hints.js";

/** Options for {@link evaluate}. */
export interface EvaluateOptions {
  /** Samples per call of the model; defaults to 256. It changes speed and memory, not the result. */
  batchSize?: number;
  /** Ends the work between two batches. */
  signal?: AbortSignal;
}

/**
 * Loss and error of a classifier on a data set, in evaluation mode.
 *
 * @param model - from [batch, …sample] to probabilities, shape [batch, classes]
 * @throws UsageError when model and data do not fit; the signal's reason when it is aborted
 */
export async function evaluate(
  model: tf.LayersModel,
  dataset: Dataset,
  options: EvaluateOptions = {},
): Promise<SplitScores> {
  checkOptions("evaluate", options, ["batchSize", "signal"]);
  return withKernelHints(async () => {
    await assertFits("evaluate", model, dataset);
    const asked = { functionName: "evaluate", ...withCellSignal(options) };
    return scores(await probabilitiesOf(model, dataset, asked), dataset.labels);
  });
}
