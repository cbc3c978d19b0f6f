import { availableParallelism } from "node:os";
import {
  checkOptions,
  type Dataset,
  type RegressionDataset,
  UsageError,
  withCellSignal,
} from "../../core/index.js";
import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { checkCount, checkSeed } from "../check-values.js";
import { type BatchRows, batchRows } from "./batch-rows.js";
import { BatchWorkers, type Drawn } from "./batch-workers.js";
import { expectSameSamples } from "./expect-same-samples.js";
import { originOf } from "./recipe.js";
import { answersOf, type StreamedBatch, withAnswers } from "./streamed-batch.js";

/** Options for {@link streamBatches}. */
export interface StreamBatchesOptions {
  /** Samples in a batch; defaults to 32. The last batch of an epoch may be smaller. */
  batchSize?: number;
  /** Passes over the data set; defaults to 1. `Infinity` goes on until you leave the loop. */
  epochs?: number;
  /** Whether each epoch has an order of its own; defaults to true. */
  shuffle?: boolean;
  /** Seed of the orders; defaults to 0. The same seed gives `fit`'s order. */
  seed?: number;
  /** Threads that draw batches ahead; defaults to one less than the processor has, at most 4. 0 draws in this thread. */
  workers?: number;
  /** Batches drawn ahead, which bounds the memory; defaults to 4 for each worker. */
  prefetch?: number;
  /** Ends the stream: the loop throws the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Batches of a data set one after the other, drawn ahead in worker threads, so that it need not fit into memory.
 *
 * The batches and their order depend on the seed alone, never on the number of workers. Bytes stay bytes until the
 * training step scales them. Leaving the loop, by `break` or by an error, ends the threads.
 *
 * Threads make the data set themselves, from its recipe: the small classics, trajectories, tables and `.npy` files have
 * one, and so have scenes; yours get one by `datasetFromRecipe`; splits and subsets inherit it. Without a recipe,
 * batches are drawn in this thread.
 *
 * @throws UsageError for options out of range, workers without a recipe, and a recipe that gives other samples
 * @example
 * const steps = [];
 * for await (const { x, labels } of streamBatches(makeMoons(100), { workers: 0 })) steps.push([x.length, labels.length]);
 * steps; // [[64, 32], [64, 32], [64, 32], [8, 4]]
 */
export async function* streamBatches<D extends Dataset | RegressionDataset>(
  dataset: D,
  options: StreamBatchesOptions = {},
): AsyncGenerator<StreamedBatch<D>, void, void> {
  const { workers, prefetch, signal, ...order } = settingsOf(dataset, options);
  signal?.throwIfAborted();
  const origin = workers > 0 ? originOf(dataset) : undefined;
  const pool = origin && new BatchWorkers(origin.recipe, workers);
  const draw = (indices: Uint32Array): Promise<Drawn> =>
    pool === undefined
      ? inThisThread(dataset, indices)
      : pool.order(origin?.rows === undefined ? indices : indices.map((i) => origin.rows![i]!));
  try {
    const ahead: { rows: BatchRows; drawn: Promise<Drawn> }[] = [];
    const rows = batchRows(dataset.size, order);
    const fill = (): void => {
      while (ahead.length < prefetch) {
        const next = rows.next();
        if (next.done) return;
        const drawn = draw(next.value.indices);
        drawn.catch(() => {}); // said when its turn comes
        ahead.push({ rows: next.value, drawn });
      }
    };
    fill();
    // This thread's own work, done while the others start: some data sets work out their answers only now.
    const [first] = ahead;
    const assertSame = pool && first && expectSameSamples(dataset, first.rows.indices);
    if (pool !== undefined) answersOf(dataset);
    for (; ahead.length > 0; fill()) {
      const { rows, drawn } = ahead.shift()!;
      const samples = await unlessAborted(drawn, signal);
      if (rows.step === 0) assertSame?.(samples);
      if (pool !== undefined) fill(); // the threads go on while the batch is used
      yield withAnswers(dataset, rows, samples);
    }
  } finally {
    await pool?.close();
  }
}

/** The options, complete and in range. */
function settingsOf(dataset: Dataset | RegressionDataset, options: StreamBatchesOptions) {
  checkOptions("streamBatches", options, [
    ...["batchSize", "epochs", "shuffle", "seed"],
    ...["workers", "prefetch", "signal"],
  ]);
  const hasRecipe = originOf(dataset) !== undefined;
  const { batchSize = 32, epochs = 1, shuffle = true, seed = 0, signal } = withCellSignal(options);
  const { workers = hasRecipe ? Math.max(1, Math.min(4, availableParallelism() - 1)) : 0 } = options;
  const { prefetch = Math.max(1, 4 * workers) } = options;
  checkCount("batchSize", batchSize, 1, 1_000_000);
  if (epochs !== Infinity) checkCount("epochs", epochs, 1, 1_000_000_000);
  checkSeed(seed);
  checkCount("workers", workers, 0, 256);
  checkCount("prefetch", prefetch, 1, 100_000);
  if (workers > 0 && !hasRecipe)
    throw new UsageError({
      got: `${workers} workers for a data set that no other thread can make.`,
      expected: "a data set with a recipe, or no workers.",
      fix: "make it by datasetFromRecipe({ module, export, args }), or leave workers out.",
    });
  const length = dataset.shape.reduce((product, side) => product * side, batchSize);
  assertFitsInMemory("streamBatches", (prefetch + 1) * length);
  return { batchSize, epochs, shuffle, seed, workers, prefetch, signal };
}

async function inThisThread(dataset: Dataset | RegressionDataset, indices: Uint32Array): Promise<Drawn> {
  await new Promise((resolve) => setImmediate(resolve)); // timers and aborts get their turn
  return dataset.batch(indices);
}

/** What the promise gives, or the signal's reason, whichever comes first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
