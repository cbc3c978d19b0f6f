import { join } from "node:path";
import { type core, data, decomposition, training } from "deep-pessimist";
import type { Peer } from "../contestant.js";
import { everySample } from "./in-memory.js";
import type { KnownResult } from "./known-result.js";

/** What one side came to, seed by seed. */
export interface Side {
  /** Test errors, as rates. */
  readonly errors: readonly number[];
  /** Of each training, without what comes before and after. */
  readonly seconds: readonly number[];
}

/** What both sides came to, and how well one's weights serve the other. */
export interface Comparison {
  readonly result: KnownResult;
  readonly known: ReturnType<KnownResult["known"]>;
  readonly ours: Side;
  readonly keras: Side;
  /** The largest difference of two probabilities: with our first weights in Keras, with Keras' last ones here. */
  readonly exchange: { readonly toKeras: number; readonly fromKeras: number };
}

/** Options of {@link compare}. */
export interface CompareOptions {
  seeds: number;
  /** Of the full sizes. */
  share: number;
  /** For what the two sides exchange. */
  folder: string;
}

/** Trains a known result on both sides, seed by seed in turn, and exchanges weights in both directions. */
export async function compare(
  result: KnownResult,
  keras: Peer,
  { seeds, share, folder }: CompareOptions,
): Promise<Comparison> {
  const { train, test } = result.data(share);
  const files = { data: join(folder, "data.npz"), weights: join(folder, "weights.npz") };
  const answerFile = join(folder, "answer.npz");
  const [trainX, testX] = [everySample(train), everySample(test)];
  await data.writeNpz(files.data, {
    trainX: { data: trainX.x, shape: trainX.shape },
    trainY: { data: train.labels },
    testX: { data: testX.x, shape: testX.shape },
  });
  const ask = async (task: object): Promise<{ seconds: number; log: core.PredictionLog }> => {
    const { seconds } = await keras.ask<{ seconds: number }>({ ...task, ...files, answer: answerFile });
    const { probabilities } = await data.readNpz(answerFile);
    return { seconds, log: logOf(test, Float32Array.from(probabilities!.data)) };
  };

  const untrained = result.model(0);
  await training.writeKerasWeights(files.weights, untrained);
  const toKeras = apart(
    await training.predictions(untrained, test, { split: "test" }),
    (await ask({ do: "answer" })).log,
  );
  untrained.dispose();

  const sides = { ours: { errors: [], seconds: [] }, keras: { errors: [], seconds: [] } } as Record<
    "ours" | "keras",
    { errors: number[]; seconds: number[] }
  >;
  const note = (side: keyof typeof sides, seconds: number, log: core.PredictionLog) => {
    const { errors, samples } = decomposition.countErrors(log);
    sides[side].errors.push(errors / samples);
    sides[side].seconds.push(seconds);
    const error = ((100 * errors) / samples).toFixed(2);
    console.log(
      `${result.name}, seed ${sides[side].errors.length - 1}, ${side}: ${error} %, ${seconds.toFixed(0)} s`,
    );
  };
  let last: core.PredictionLog | undefined;
  for (let seed = 0; seed < seeds; seed++) {
    const ours = await trainOurs(result, { train, test, seed });
    note("ours", ours.seconds, ours.log);
    const theirs = await ask({ do: "train", seed, ...result.recipe });
    note("keras", theirs.seconds, theirs.log);
    last = theirs.log;
  }

  const again = result.model(0);
  await training.readKerasWeights(files.weights, again);
  const fromKeras = apart(await training.predictions(again, test, { split: "test" }), last!);
  again.dispose();
  return { result, known: result.known(test), ...sides, exchange: { toKeras, fromKeras } };
}

async function trainOurs(
  { model: build, recipe }: KnownResult,
  { train, test, seed }: { train: core.Dataset; test: core.Dataset; seed: number },
): Promise<{ seconds: number; log: core.PredictionLog }> {
  const model = build(seed);
  const { epochs, batchSize, learningRate } = recipe;
  const started = performance.now();
  await training.fit(model, train, {
    ...{ epochs, batchSize, seed },
    learningRate: training.cosine({ from: learningRate }),
    trainErrorSamples: 1, // the peer measures none
  });
  const seconds = (performance.now() - started) / 1000;
  const log = await training.predictions(model, test, { split: "test", seed });
  model.dispose();
  return { seconds, log };
}

function logOf({ ids, labels, classes }: core.Dataset, probabilities: Float32Array): core.PredictionLog {
  return { split: "test", ids, labels, classes, probabilities, tags: {} };
}

/** The largest difference of two logs' probabilities. */
function apart(first: core.PredictionLog, second: core.PredictionLog): number {
  return first.probabilities.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - second.probabilities[i]!)),
    0,
  );
}
