import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { allConvolutional } from "../../../lib/models/index.js";

test("allConvolutional at 10 classes has All-CNN-C's 1,369,738 parameters", () => {
  const model = allConvolutional({ inputShape: [32, 32, 3], classes: 10 });
  const byHand = [
    3 * 3 * 3 * 96 + 96,
    2 * (3 * 3 * 96 * 96 + 96),
    3 * 3 * 96 * 192 + 192,
    3 * (3 * 3 * 192 * 192 + 192),
    192 * 192 + 192,
    192 * 10 + 10,
  ];
  expect(model.countParams()).toBe(byHand.reduce((sum, count) => sum + count, 0));
  expect(model.countParams()).toBe(1_369_738);
  model.dispose();
});

test("allConvolutional has as many parameters for a larger picture, and averages over its places", () => {
  const [small, large] = [16, 40].map((side) =>
    allConvolutional({ inputShape: [side, side, 1], classes: 4, width: 0.125 }),
  );
  expect(large!.countParams()).toBe(small!.countParams());
  const sums = tf.tidy(() => (large!.predict(tf.ones([2, 40, 40, 1])) as tf.Tensor).sum(1).dataSync());
  expect(sums).toBeAllClose([1, 1], { rtol: 1e-5 });
  for (const model of [small!, large!]) model.dispose();
});

test("allConvolutional refuses widths that leave too few channels, and pictures below 8 × 8", () => {
  expect(() => allConvolutional({ classes: 2, width: 0.01 })).toThrow(/0.042 or more/);
  expect(() => allConvolutional({ classes: 2, inputShape: [7, 32, 3] })).toThrow(/at least 8 × 8/);
});
