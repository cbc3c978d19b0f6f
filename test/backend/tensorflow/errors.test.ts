import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import type { TensorFlowBinding } from "../../../lib/backend/tensorflow/index.js";
import { UsageError } from "../../../lib/core/index.js";
import { startNative } from "../support/start-native.js";

let binding: TensorFlowBinding;
beforeAll(async () => {
  binding = await startNative();
});

test("an op that TensorFlow refuses throws with the op, its inputs' types and shapes, and TensorFlow's reason", () => {
  const x = tf.zeros([2, 3]);
  const index = tf.tensor1d([0], "int32");
  const backend = tf.backend() as unknown as {
    executeSingleOutput(name: string, attributes: [], inputs: tf.Tensor[]): tf.Tensor;
  };
  expect(() => backend.executeSingleOutput("MatMul", [], [x, index])).toThrow(
    /^TensorFlow could not run MatMul on float32 \[2,3\], int32 \[1\]: /,
  );
  tf.dispose([x, index]);
});

test("an unknown op throws with its name", () => {
  expect(() => binding.executeOp("NoSuchOp", [], [], 1)).toThrow("NoSuchOp");
});

test("after an op has failed, the next one runs", () => {
  expect(() => binding.executeOp("NoSuchOp", [], [], 1)).toThrow();
  expect(tf.tidy(() => tf.add(1, 2).dataSync()[0])).toBe(3);
});

test("a tensor that was disposed is named in the error, never followed", () => {
  const id = binding.createTensor([1], binding.TF_FLOAT, new Float32Array(1));
  binding.deleteTensor(id);
  expect(() => binding.deleteTensor(id)).toThrow(`There is no tensor ${id}`);
  expect(() => binding.tensorDataSync(id)).toThrow(`There is no tensor ${id}`);
  expect(() => binding.executeOp("Neg", [], [id], 1)).toThrow(`There is no tensor ${id}`);
});

test("a SavedModel is refused with the way to convert it", () => {
  expect(() => binding.loadSavedModel("model")).toThrow(UsageError);
});
