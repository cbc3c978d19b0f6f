import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test } from "vitest";
import { compile, holdRows, start } from "../../../lib/backend/index.js";
import type { NodeBackend } from "../../../lib/backend/tensorflow/index.js";

beforeEach(async () => void (await start({ backend: "tensorflow", quiet: true })));

const rows = (...indices: number[]): tf.Tensor => tf.tensor1d(indices, "int32");

test.each([
  ["bytes", Uint8Array.of(0, 1, 127, 128, 254, 255), "float32"],
  ["floats", Float32Array.of(0, -0.5, 1e-9, 1, 2, 3), "float32"],
  ["whole numbers", Int32Array.of(0, 1, 2, -3, 4, 2_147_483_647), "int32"],
])("rows of %s are taken in the order asked for, more than once too", (_, values, dtype) => {
  const held = holdRows(values, [3, 2])!;
  const taken = held.take(rows(2, 0, 2));
  expect([taken.dtype, taken.shape]).toEqual([dtype, [3, 2]]);
  const [a, b, , , e, f] = values;
  expect([...taken.dataSync()]).toEqual([e, f, a, b, e, f]);
  held.dispose();
  tf.dispose(taken);
});

test("a compiled step takes rows by indices that are its argument, and nothing is left", () => {
  const { binding } = tf.backend() as NodeBackend;
  const before = [tf.memory().numTensors, binding.getNumOfTensors()];
  const held = holdRows(Uint8Array.of(1, 2, 3, 4), [4])!;
  const step = compile((indices: tf.Tensor) => held.take(indices).mul(10));
  const answers = Array.from({ length: 12 }, (_, i) =>
    tf.tidy(() => step(rows(i % 4, 3 - (i % 4))).arraySync()),
  );
  const tens = [10, 20, 30, 40];
  expect(answers).toEqual(answers.map((_, i) => [tens[i % 4], tens[3 - (i % 4)]]));
  expect(step.report()).toMatchObject({ compiled: true, recordings: 1 });
  step.dispose();
  held.dispose();
  expect([tf.memory().numTensors, binding.getNumOfTensors()]).toEqual(before);
});

test("an index that is no row is an error", () => {
  const held = holdRows(Float32Array.of(1, 2), [2])!;
  const index = rows(2);
  expect(() => held.take(index)).toThrow(/indices\[0\] = 2 is not in \[0, 2\)/);
  held.dispose();
  index.dispose();
});

test("no rows are held on another backend", async () => {
  await start({ backend: "cpu", quiet: true });
  expect(holdRows(Float32Array.of(1, 2), [2])).toBeUndefined();
});
