import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { start } from "../../../../lib/backend/index.js";
import { startNative } from "../../support/start-native.js";

beforeAll(async () => {
  await startNative();
});

const slope = (...x: number[]): number[] =>
  tf.tidy(() =>
    Array.from(
      tf
        .grad((values) => tf.relu(values).mul([3, 5, 7, 11]))(tf.tensor1d(x))
        .dataSync(),
    ),
  );

test("the gradient of ReLU passes where the input is above 0, and takes one op", async () => {
  const binding = await startNative();
  const seen: string[] = [];
  const unwrap = binding.wrapCalls(({ executeOp }) => ({
    executeOp: (name, ...rest) => {
      seen.push(name);
      return executeOp(name, ...rest);
    },
  }));
  expect(slope(-2, 0, 1e-30, 4)).toEqual([0, 0, 7, 11]);
  unwrap();
  expect(seen).toContain("ReluGrad");
  expect(seen).not.toContain("Select");
});

test("the gradient of ReLU has a gradient, too", () => {
  const third = tf.tidy(() =>
    tf
      .grad((x) => tf.grad((y) => tf.relu(y).pow(3))(x))(tf.tensor1d([-1, 2]))
      .dataSync(),
  );
  expect(Array.from(third)).toEqual([0, 12]);
});

test("where ReLU bends, its gradient has the gradient 0", () => {
  const second = tf.tidy(() =>
    tf
      .grad((x) => tf.grad((y) => tf.relu(y))(x))(tf.tensor1d([-1, 2]))
      .dataSync(),
  );
  expect(Array.from(second)).toEqual([0, 0]);
});

test("another backend takes the gradient of ReLU as ever", async () => {
  await start({ backend: "cpu", quiet: true });
  expect(slope(-2, 0, 1e-30, 4)).toEqual([0, 0, 7, 11]);
});
