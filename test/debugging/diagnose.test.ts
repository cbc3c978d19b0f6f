import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { diagnose, type TrainingProgram } from "../../lib/debugging/index.js";
import { faultyPrograms } from "./faulty-programs.js";
import { healthyPrograms } from "./healthy-programs.js";
import { classes, healthy, network } from "./programs.js";

beforeAll(async () => {
  await tf.setBackend("cpu");
});

/** Everything that a program's tensors hold, to be compared before and after. */
function contents({ model, train }: TrainingProgram) {
  const tensors = [...model.getWeights(), train.x, train.y].filter((value) => value instanceof tf.Tensor);
  return tensors.map((tensor) => [...(tensor as tf.Tensor).dataSync()]);
}

describe("diagnose finds nothing wrong", () => {
  test.each(Object.entries(healthyPrograms))("in %s, whatever the seed", async (_, make) => {
    for (const seed of [0, 1, 2]) {
      const diagnosis = await diagnose(make(seed), { seed });
      expect({ seed, ...diagnosis }).toMatchObject({ seed, verdict: "clean" });
      expect(diagnosis.notRun.filter(({ reason }) => /failed|too slow/.test(reason))).toEqual([]);
      tf.disposeVariables();
    }
  });
});

describe("diagnose names the planted bug first", () => {
  test.each(Object.entries(faultyPrograms))("%s", async (_, { code, make }) => {
    const program = make(0);
    const before = { tensors: tf.memory().numTensors, contents: contents(program) };
    const { verdict, findings } = await diagnose(program);
    expect({ verdict, first: findings[0]?.code }).toEqual({ verdict: "faulty", first: code });
    expect({ tensors: tf.memory().numTensors, contents: contents(program) }).toEqual(before);
    tf.disposeVariables();
  });
});

test("diagnose leaves weights, data and the number of tensors as they were", async () => {
  const program = healthy(0);
  const before = { tensors: tf.memory().numTensors, contents: contents(program) };
  await diagnose(program);
  expect({ tensors: tf.memory().numTensors, contents: contents(program) }).toEqual(before);
});

test("diagnose puts the memory of an own step's optimizer back", async () => {
  const program = healthy(0);
  const optimizer = program.optimizer as tf.Optimizer;
  const step = (x: tf.Tensor, y: tf.Tensor) =>
    optimizer.minimize(
      () =>
        tf.metrics.categoricalCrossentropy(y, program.model.apply(x, { training: true }) as tf.Tensor).mean(),
      true,
    )!;
  step(program.train.x as tf.Tensor, program.train.y as tf.Tensor).dispose();
  const slots = async () => (await optimizer.getWeights()).map(({ tensor }) => [...tensor.dataSync()]);
  const before = await slots();
  await diagnose({ ...program, step });
  expect(await slots()).toEqual(before);
});

test("diagnose calls a function with the seed, awaits it, and disposes what it made and nothing else", async () => {
  const shared = classes(0);
  const before = tf.memory().numTensors;
  const seeds: number[] = [];
  const make = async (seed: number): Promise<TrainingProgram> => {
    seeds.push(seed);
    const train = { x: shared.x, y: shared.oneHot.clone() };
    return { model: network(seed), optimizer: tf.train.adam(0.003), loss: "categoricalCrossentropy", train };
  };
  const { verdict } = await diagnose(make, { seed: 7 });
  expect({ verdict, seeds }).toEqual({ verdict: "clean", seeds: [7] });
  expect(shared.x.isDisposed).toBe(false);
  expect(tf.memory().numTensors).toBe(before);
});

test("diagnose says the same twice for one seed", async () => {
  const twice = await Promise.all(
    [0, 1].map(() => diagnose(faultyPrograms["Adam at a rate of 3"]!.make(5), { seed: 5 })),
  );
  expect(twice[0]!.findings).toEqual(twice[1]!.findings);
});

test("diagnose lists the checks that ran, and those that did not with the reason", async () => {
  const { ran, notRun } = await diagnose(faultyPrograms["NaN in one cell"]!.make(0));
  expect(ran.length + notRun.length).toBe(9);
  expect(notRun.map(({ reason }) => reason)).toContain(
    "it would only show non-finite-data again; repair that first",
  );
});

test("diagnose ends when it is told to, and leaves no tensor behind", async () => {
  const program = healthy(0);
  const before = tf.memory().numTensors;
  const stop = new AbortController();
  const onCheck = (name: string) => {
    if (name.startsWith("one batch")) setTimeout(() => stop.abort(new Error("enough")), 5);
  };
  await expect(
    diagnose({ ...program, optimizer: tf.train.sgd(1e-3) }, { signal: stop.signal, onCheck }),
  ).rejects.toThrow("enough");
  expect(tf.memory().numTensors - before).toBe(1); // the scalar that the caller's SGD keeps
});

test.each([
  [null, /is null/],
  [{ model: network(0) }, /without optimizer, loss, train/],
  [{ ...healthy(0), model: {} }, /model is an object/],
  [{ ...healthy(0), loss: 3 }, /loss is a number/],
  [{ ...healthy(0), optimizer: {} }, /optimizer is an object/],
  [{ ...healthy(0), train: { x: [[1]] } }, /train is an object with x/],
  [{ ...healthy(0), step: 1 }, /step is a number/],
])("diagnose refuses what is no training program", async (value, message) => {
  await expect(diagnose(value as unknown as TrainingProgram)).rejects.toThrow(message);
});
