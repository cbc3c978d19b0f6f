import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { type BackendName, start } from "../../../lib/backend/index.js";
import { leNet } from "../../../lib/models/index.js";

/** The losses of 20 steps of Adam on one batch of two images. */
async function losses(backend: BackendName): Promise<number[]> {
  await start({ backend, quiet: true });
  const model = leNet({ inputShape: [32, 32, 1], classes: 10, seed: 1 });
  model.compile({ optimizer: tf.train.adam(3e-4), loss: "categoricalCrossentropy" });
  const x = tf.randomUniform([2, 32, 32, 1], 0, 1, "float32", 1);
  const y = tf.oneHot([3, 7], 10);
  const curve: number[] = [];
  for (let step = 0; step < 20; step++) curve.push((await model.trainOnBatch(x, y)) as number);
  return curve;
}

test("20 steps of training LeNet give the losses that pure JavaScript gives", async () => {
  const expected = await losses("cpu");
  expect(expected.at(-1)).toBeLessThan(0.7 * expected[0]!);
  expect(await losses("tensorflow")).toBeAllClose(expected, { rtol: 1e-3 });
});
