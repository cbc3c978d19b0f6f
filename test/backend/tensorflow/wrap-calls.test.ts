import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { startNative } from "../support/start-native.js";

test("what is put in the place of executeOp sees every op, until it is taken away", async () => {
  const binding = await startNative();
  const seen: string[] = [];
  const unwrap = binding.wrapCalls(({ executeOp }) => ({
    executeOp: (name, attributes, inputs, outputs) => {
      seen.push(name);
      return executeOp(name, attributes, inputs, outputs);
    },
  }));
  tf.tidy(() => tf.relu(tf.matMul([[1, 2]], [[3], [4]])));
  unwrap();
  tf.tidy(() => tf.neg([1]));
  expect(seen).toEqual(["BatchMatMulV2", "Relu"]);
});
