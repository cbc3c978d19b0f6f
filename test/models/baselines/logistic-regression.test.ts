import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import { logLoss } from "../../../lib/decomposition/index.js";
import { logisticRegression } from "../../../lib/models/index.js";
import { golden, goldenSet } from "./golden.js";

describe.each(["tensorflow", "wasm"] as const)("on %s", (backend) => {
  beforeAll(() => start({ backend, quiet: true }));

  test.each(["two", "three"] as const)(
    "logisticRegression is scikit-learn's on the set of %s classes",
    async (name) => {
      const { logistic, strong } = golden[name];
      const [train, held] = [goldenSet(name, "train"), goldenSet(name, "test")];
      const found = await logisticRegression(train, held);
      expect(found).toMatchObject({ converged: true, errors: logistic.errors });
      expect(found.log.probabilities).toBeAllClose(logistic.probabilities, { atol: 2e-3 });
      expect(logLoss(found.log).estimate).toBeAllClose(logistic.loss, { rtol: 1e-3 });
      const flat = await logisticRegression(train, held, { l2: 1 / 0.05 });
      expect(logLoss(flat.log).estimate).toBeAllClose(strong.loss, { rtol: 1e-3 });
    },
  );

  test("logisticRegression answers bytes and the same bytes scaled alike, and twice the same bits", async () => {
    const [bytes, floats, again] = await Promise.all(
      (["bytes", "floats", "bytes"] as const).map((as) =>
        logisticRegression(goldenSet("two", "train", as), goldenSet("two", "test", as)),
      ),
    );
    expect(floats!.log.probabilities).toBeAllClose(bytes!.log.probabilities, { atol: 1e-3 });
    expect(again!.log.probabilities).toEqual(bytes!.log.probabilities);
  });

  test("logisticRegression leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    await logisticRegression(goldenSet("three", "train"));
    expect(tf.memory().numTensors).toBe(before);
  });
});

test("logisticRegression uses no more training samples than asked for, and says when it was cut off", async () => {
  const train = goldenSet("two", "train");
  let most = 0;
  const seen = new Set<number>();
  const watched = {
    ...train,
    batch(indices: ArrayLike<number>) {
      most = Math.max(most, indices.length);
      for (const index of Array.from(indices)) seen.add(index);
      return train.batch(indices);
    },
  };
  const found = await logisticRegression(watched, goldenSet("two", "test"), {
    trainSamples: 30,
    maxIterations: 1,
  });
  expect(seen.size).toBe(30);
  expect(most).toBeLessThanOrEqual(256);
  expect(found).toMatchObject({ iterations: 1, converged: false });
});

test("logisticRegression refuses options out of range, and misspelt ones", async () => {
  const train = goldenSet("two", "train");
  await expect(logisticRegression(train, train, { l2: -1 })).rejects.toThrow(/l2 = -1/);
  await expect(logisticRegression(train, train, { maxIterations: 0 })).rejects.toThrow(/maxIterations = 0/);
  await expect(logisticRegression(train, train, { trainSamples: 1.5 })).rejects.toThrow(/trainSamples = 1.5/);
  // @ts-expect-error
  await expect(logisticRegression(train, train, { L2: 1 })).rejects.toThrow(/"l2" instead of "L2"/);
});
