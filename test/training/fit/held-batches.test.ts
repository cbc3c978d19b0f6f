import type * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { start } from "../../../lib/backend/index.js";
import { copiesFromMemory, type Dataset, type History } from "../../../lib/core/index.js";
import { makeScenes } from "../../../lib/data/index.js";
import { leNet } from "../../../lib/models/index.js";
import { heldBatches } from "../../../lib/training/fit/held-batches.js";
import { planOf } from "../../../lib/training/fit/plan.js";
import * as training from "../../../lib/training/index.js";
import { temporaryFolder } from "../../backend/support/temporary-folder.js";
import { blobs } from "../../support/blobs.js";
import { inMemory } from "../../support/in-memory.js";
import { smallNetwork } from "../small-network.js";

beforeAll(async () => void (await start({ backend: "tensorflow", quiet: true })));
afterEach(() => vi.restoreAllMocks());

/** The same samples from a `batch` of somebody's own, and a list of the numbers of samples that it was asked for. */
function asked(dataset: Dataset): Dataset & { sizes: number[] } {
  const sizes: number[] = [];
  const batch: Dataset["batch"] = (rows) => {
    sizes.push(rows.length);
    return dataset.batch(rows);
  };
  return { ...dataset, batch, sizes };
}

const floats = inMemory(blobs(44));
const bytes = inMemory(makeScenes(44, { imageSize: 32 }));
const network = (): tf.LayersModel => leNet({ inputShape: [32, 32, 3], classes: 2, seed: 0 });

/** What a training leaves behind, but for the time that it took. */
async function train(data: Dataset, model: tf.LayersModel, options: training.FitOptions = {}) {
  const losses: number[] = [];
  const history = await training.fit(model, data, {
    ...{ epochs: 3, batchSize: 8, learningRate: 0.01, seed: 5 },
    onStep: ({ loss }) => void losses.push(loss),
    ...options,
  });
  const weights = model.getWeights().map((weight) => [...weight.dataSync()]);
  model.dispose();
  return { ...timeless(history), weights, losses };
}

function timeless({ epochs, ...history }: History) {
  return { ...history, epochs: epochs.map(({ seconds: _, samplesPerSecond: __, ...rest }) => rest) };
}

test.each<[string, Dataset, () => tf.LayersModel, training.FitOptions]>([
  ["bytes", bytes, network, {}],
  ["floats", floats, smallNetwork, {}],
  [
    "gradients added up, a schedule, part of the samples held out",
    floats,
    smallNetwork,
    {
      ...{ gradientAccumulation: 2, learningRate: training.cosine({ from: 0.02 }), validationSplit: 0.25 },
      earlyStopping: { watch: "trainVal", patience: 1 },
    },
  ],
])(
  "a training set in memory is taken from with the same bits in weights and history: %s",
  async (_, data, make, options) => {
    const held = await train(data, make(), options);
    expect(held.compiled).toBe(true);
    expect(held).toEqual(await train(asked(data), make(), options));
  },
);

test("a training set that is held is asked for once, whatever the number of epochs, and scored where it lies", async () => {
  const asks = async (epochs: number, held: boolean): Promise<number> => {
    const { sizes, batch, ...rest } = asked(bytes);
    const data = { ...rest, batch: held ? copiesFromMemory(batch) : batch };
    await train(data, network(), { epochs });
    return sizes.length;
  };
  expect(await asks(4, true)).toBe(await asks(1, true));
  expect((await asks(4, false)) - (await asks(1, false))).toBe(3 * (6 + 1)); // six updates an epoch, and its scores
});

test("losses that nobody looked at are in the history as if somebody had", async () => {
  const looked = await train(floats, smallNetwork(), { epochs: 12, batchSize: 4 });
  const model = smallNetwork();
  const history = await training.fit(model, floats, {
    ...{ epochs: 12, batchSize: 4, learningRate: 0.01, seed: 5 },
  });
  expect(timeless(history).epochs).toEqual(looked.epochs);
  const [epoch1] = looked.epochs;
  const samples = (update: number): number => Math.min(4, 44 - 4 * update);
  const sum = looked.losses.slice(0, 11).reduce((total, loss, update) => total + samples(update) * loss, 0);
  expect(epoch1!.runningLoss).toBe(sum / 44);
  model.dispose();
});

test("a loss of NaN is in the next report, and in the history", async () => {
  const loss: training.BatchLoss = (_, output) => output.sub(2).log().mean();
  const { losses, epochs } = await train(floats, smallNetwork(), { epochs: 1, loss });
  expect(losses).toEqual(losses.map(() => Number.NaN));
  expect(epochs[0]!.runningLoss).toBeNaN();
});

test("a training from a batch of one's own goes on, from its checkpoint, with samples that are held, to the same bits", async () => {
  const whole = await train(bytes, network());
  const checkpoint = { folder: temporaryFolder(), every: 2 };
  const controller = new AbortController();
  const stop = ({ step }: training.StepReport): void => (step === 9 ? controller.abort() : undefined);
  await train(asked(bytes), network(), { checkpoint, onStep: stop, signal: controller.signal });
  const rest = await train(bytes, network(), { checkpoint });
  expect(rest.weights).toEqual(whole.weights);
  expect(rest.epochs).toEqual(whole.epochs);
  expect(rest.losses).toEqual(whole.losses.slice(9));
});

const { bytes: trained } = training.estimateMemory(network(), { batchSize: 8 });
const size = bytes.size * 32 * 32 * 3;

test.each<[string, Dataset, training.FitOptions, room: number, held: boolean]>([
  ["is held where it takes a quarter of the free memory", bytes, {}, trained + 4 * size, true],
  ["is not where it takes more", bytes, {}, trained + 4 * size - 4, false],
  ["is not where it may change", asked(bytes), {}, Infinity, false],
  ["is not where samples are augmented", bytes, { augment: (batch) => batch }, Infinity, false],
  ["is not where each op is a call", bytes, { compiled: false }, Infinity, false],
])("a training set %s", async (_, data, options, room, held) => {
  const plan = await planOf(network(), data, { batchSize: 8, ...options });
  vi.spyOn(process, "availableMemory").mockReturnValue(room);
  const source = await heldBatches(plan);
  expect(source !== undefined).toBe(held);
  source?.dispose();
});

test("a signal that comes while a training set is taken in ends the training before its first update", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const plan = await planOf(network(), bytes, { signal });
  controller.abort();
  expect(await heldBatches(plan)).toBeUndefined();
  const model = network();
  expect(await training.fit(model, bytes, { signal })).toMatchObject({ stopped: "aborted", steps: 0 });
  model.dispose();
});
