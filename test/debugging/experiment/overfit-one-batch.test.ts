import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { overfitOneBatch } from "../../../lib/debugging/index.js";
import { faultyPrograms } from "../faulty-programs.js";
import { healthy } from "../programs.js";

test("overfitOneBatch learns a batch of a working program by heart, and gives its curve", async () => {
  const program = healthy(0);
  const before = tf.memory().numTensors;
  const result = await overfitOneBatch(program);
  expect(result).toMatchObject({ outcome: "overfits", error: 0, causes: [] });
  expect(result!.losses.at(-1)).toBeLessThan(result!.losses[0]! / 5);
  expect(result!.guess).toBeLessThan(Math.log(10)); // the batch's own class shares are a better guess than 1/10
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  ["a loop that climbs", "rises", "loss-sign-flipped"],
  ["a squared error that explodes", "explodes", "learning-rate-too-high"],
  ["weights of zero", "plateaus", "symmetric-initialization"],
] as const)("overfitOneBatch tells %s: it %s", async (name, outcome, code) => {
  const result = await overfitOneBatch(faultyPrograms[name]!.make(0));
  expect(result).toMatchObject({ outcome, causes: [{ code }] });
});

test("overfitOneBatch says nothing where the time does not reach for a tenth of the steps", async () => {
  expect(await overfitOneBatch(healthy(0), { seconds: 0 })).toBeUndefined();
});

test("overfitOneBatch refuses a misspelt option", async () => {
  // @ts-expect-error
  await expect(overfitOneBatch(healthy(0), { step: 3 })).rejects.toThrow(/"steps" instead of "step"/);
});

test("overfitOneBatch refuses labels that are not as many as the samples, with both numbers", async () => {
  const { train, ...program } = healthy(0);
  const y = tf.tidy(() => (train.y as tf.Tensor).slice(0, 40));
  await expect(overfitOneBatch({ ...program, train: { x: train.x, y } })).rejects.toThrow(
    /samples and 40 labels/,
  );
  y.dispose();
});
