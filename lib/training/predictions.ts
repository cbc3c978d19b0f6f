import type * as tf from "@tensorflow/tfjs";
import { checkOptions, type Dataset, type PredictionLog, withCellSignal } from "../core/index.js";
import { assertFits } from "./assert-fits.js";
import { probabilitiesOf } from "./probabilities.js";
import { withKernelHints } from "./with-kernel-hints.js";

/** Options for {@link predictions}. */
export interface PredictionsOptions {
  /** Which split the data set is: "train", "trainVal", "testVal", "test", or a name of your own. */
  split: PredictionLog["split"];
  /** A name for the training run that made the model. */
  run?: string;
  /** The seed of that run. */
  seed?: number;
  /** Samples per call of the model; defaults to 256. It changes speed and memory, not the result. */
  batchSize?: number;
  /** Ends the work between two batches. */
  signal?: AbortSignal;
}

/**
 * What the model says of each sample, with all that an analysis of its errors needs; nothing is trained.
 *
 * @param model - from [batch, …sample] to probabilities, shape [batch, classes]
 * @throws UsageError when model and data do not fit; the signal's reason when it is aborted
 */
export async function predictions(
  model: tf.LayersModel,
  dataset: Dataset,
  options: PredictionsOptions,
): Promise<PredictionLog> {
  checkOptions("predictions", options, ["split", "run", "seed", "batchSize", "signal"]);
  const probabilities = await withKernelHints(async () => {
    await assertFits("predictions", model, dataset);
    return probabilitiesOf(model, dataset, { functionName: "predictions", ...withCellSignal(options) });
  });
  const { split, run, seed } = options;
  return {
    split,
    ids: dataset.ids,
    labels: dataset.labels,
    probabilities,
    classes: dataset.classes,
    tags: dataset.tags,
    ...(run === undefined ? {} : { run }),
    ...(seed === undefined ? {} : { seed }),
  };
}
