import type * as tf from "@tensorflow/tfjs";
import type { Dataset, History } from "../../core/index.js";
import { type CheckpointKeeper, keepCheckpoints } from "../checkpoints/keep-checkpoints.js";
import { isOutOfMemory } from "../memory/is-out-of-memory.js";
import { makeProgress } from "../progress/make-progress.js";
import type { Progress } from "../progress/progress.js";
import { withKernelHints } from "../with-kernel-hints.js";
import type { FitOptions } from "./fit-options.js";
import { heldBatches } from "./held-batches.js";
import { madeBatches } from "./made-batches.js";
import { planOf } from "./plan.js";
import { Training, type TrainingEvents } from "./training.js";

/**
 * Trains a classifier; by default with the plainest recipe: Adam, cross-entropy, no regularization, samples in a new order
 * each epoch.
 *
 * The training error is measured after the epoch in evaluation mode and without augmentation, as the validation errors are,
 * so that the differences between them mean something. Losses of splits are plain cross-entropies, whatever was minimised.
 * Nothing is printed unless `progress` asks for it, or memory runs out: then training ends, the history so far comes back,
 * and its `outOfMemory` says what took the memory and what to change.
 *
 * A training set that lies in memory, as `datasetFromArrays` makes them, is taken in when training begins, where a second copy
 * of it fits: what happens to the arrays later, the training does not see.
 *
 * With `checkpoint` the state is kept in a folder, and the same call goes on from there: a training that was killed at
 * any step ends with the same bits as one that was not.
 *
 * @param model - from [batch, …sample] to probabilities, shape [batch, classes]; its weights are changed in place
 * @param train - the training set
 * @throws UsageError before training, where model, data, options or the checkpoint do not fit together; in mid-training,
 *   where a checkpoint cannot be written
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), on starting simple;
 *   D. Kingma and J. Ba, "Adam" (2015)
 */
export async function fit(model: tf.LayersModel, train: Dataset, options: FitOptions = {}): Promise<History> {
  return withKernelHints(() => fitNow(model, train, options));
}

async function fitNow(model: tf.LayersModel, train: Dataset, options: FitOptions): Promise<History> {
  const plan = await planOf(model, train, options);
  const training = new Training(plan, (await heldBatches(plan)) ?? madeBatches(plan));
  const progress = options.progress === true ? makeProgress() : undefined;
  let keeper: CheckpointKeeper | undefined;
  try {
    if (options.checkpoint !== undefined) keeper = await keepCheckpoints(training, options.checkpoint);
    const stopped = await run(training, eventsOf(training, keeper, progress));
    if (stopped === "outOfMemory") return reported(training.history(stopped)); // in mid-update: the last checkpoint stands
    await keeper?.now();
    if (stopped !== "aborted") training.restoreBest();
    return training.history(stopped);
  } finally {
    progress?.end();
    training.dispose();
    await keeper?.close();
  }
}

/** Says on the console what must not be missed. */
function reported(history: History): History {
  console.warn(history.outOfMemory);
  return history;
}

/** As `training.run`; a signal that comes while scores are taken aborts like any other, and full memory ends it too. */
async function run(training: Training, events: TrainingEvents): Promise<History["stopped"]> {
  const { signal } = training.plan.options;
  try {
    return await training.run(events);
  } catch (error) {
    if (signal?.aborted && error === signal.reason) return "aborted";
    if (isOutOfMemory(error)) return "outOfMemory";
    throw error;
  }
}

function eventsOf(
  training: Training,
  keeper: CheckpointKeeper | undefined,
  progress: Progress | undefined,
): TrainingEvents {
  const { onStep, onEpoch } = training.plan.options;
  return {
    onStep: (report) => {
      progress?.step(report);
      return onStep?.(report());
    },
    onEpoch: (history) => {
      progress?.epoch(history, { epochs: training.plan.epochs, secondsLeft: training.secondsLeft });
      return onEpoch?.(history);
    },
    onState: () => keeper?.whenDue(),
  };
}
