import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { start } from "../../../lib/backend/index.js";
import type { Plan } from "../../../lib/training/fit/plan.js";
import { UpdatesTogether } from "../../../lib/training/fit/updates-together.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";
import { inMemory } from "../../support/in-memory.js";
import { smallNetwork } from "../small-network.js";

beforeAll(async () => void (await start({ backend: "tensorflow", quiet: true })));
afterEach(() => vi.restoreAllMocks());

const data = inMemory(blobs(44));
const plan = {
  ...{ train: { size: 44 }, batchSize: 4, gradientAccumulation: 1, stepsPerEpoch: 11, steps: 11_000 },
  options: {},
} as unknown as Plan;

/** How many updates go into the calls of an epoch, after 32 updates that took so many milliseconds each. */
function callsOf(milliseconds: number, changed: Partial<Plan> = {}, quiet = true): number[] {
  const together = new UpdatesTogether({ ...plan, ...changed }, { isHeld: true, isSilent: quiet });
  const before = Array.from({ length: 32 }, (_, i) => {
    const updates = together.next({ step: i, stepInEpoch: i % 11 });
    together.add(i < 2 ? 100 : milliseconds);
    return updates;
  });
  expect(before).toEqual(Array(32).fill(1));
  const calls: number[] = [];
  for (let stepInEpoch = 0; stepInEpoch < 11; stepInEpoch += calls.at(-1)!)
    calls.push(together.next({ step: 33 + stepInEpoch, stepInEpoch }));
  return calls;
}

test("as many updates go into a call as take a millisecond, eight at most, and none across an epoch's end", () => {
  expect(callsOf(0.05)).toEqual([8, 1, 1, 1]);
  expect(callsOf(0.25)).toEqual([4, 4, 1, 1, 1]);
  expect(callsOf(0.4)).toEqual([2, 2, 2, 2, 2, 1]);
  expect(callsOf(0.6)).toEqual(Array(11).fill(1));
});

test("a smaller last batch is a call of its own", () => {
  const train = { size: 42 } as Plan["train"];
  expect(callsOf(0.4, { train })).toEqual([2, 2, 2, 2, 2, 1]);
  expect(callsOf(0.25, { train, batchSize: 5, stepsPerEpoch: 9 })).toEqual([4, 4, 1, 1, 1]);
});

test.each<[string, Partial<Plan>, quiet?: boolean]>([
  ["is told of each update", { options: { onStep: () => {} } }],
  ["sets the learning rate for each update", { options: { learningRate: training.cosine({ from: 0.1 }) } }],
  ["writes checkpoints within an epoch", { options: { checkpoint: { folder: "runs", every: 5 } } }],
  ["adds up gradients", { gradientAccumulation: 2 }],
  ["has less than 5,000 updates before it", { steps: 5_000 }],
  ["draws noise", {}, false],
])("updates are called one by one where a training %s", (_, changed, quiet) => {
  expect(callsOf(0.05, changed, quiet)).toEqual(Array(11).fill(1));
});

/** A training of eleven updates an epoch, the last of them smaller. */
async function train(options: training.FitOptions) {
  const model = smallNetwork();
  const history = await training.fit(model, data, {
    ...{ epochs: 4, batchSize: 4, validationSplit: 0.05, learningRate: 0.01 },
    ...options,
  });
  const weights = model.getWeights().map((weight) => [...weight.dataSync()]);
  model.dispose();
  const epochs = history.epochs.map(({ seconds: _, samplesPerSecond: __, ...rest }) => rest);
  return { ...history, epochs, weights };
}

test("fit ends with the same bits and the same history, however many updates go into a call", async () => {
  const { numTensors } = tf.memory();
  const one = await train({});
  const next = vi.spyOn(UpdatesTogether.prototype, "next");
  next.mockImplementation(({ stepInEpoch }) => (stepInEpoch <= 6 ? 3 : 1));
  expect(await train({})).toEqual(one);
  expect(next).toHaveBeenCalledTimes(4 * 5);
  expect(tf.memory().numTensors).toBe(numTensors);
});

test("a signal ends a training before the next call of several updates", async () => {
  const controller = new AbortController();
  let calls = 0;
  vi.spyOn(UpdatesTogether.prototype, "next").mockImplementation(() => {
    if (++calls === 3) setImmediate(() => controller.abort()); // comes before the call that is about to be made
    return 3;
  });
  expect(await train({ signal: controller.signal })).toMatchObject({ stopped: "aborted", steps: 6 });
});
