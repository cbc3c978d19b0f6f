import { expect, test } from "vitest";
import { mlp } from "../../../lib/models/index.js";

test("mlp on 28 × 28 pixels has the 101,770 parameters of TensorFlow's first tutorial", () => {
  const model = mlp({ inputShape: [28, 28], units: 128, classes: 10 });
  expect(model.countParams()).toBe(784 * 128 + 128 + 128 * 10 + 10);
  expect(model.countParams()).toBe(101_770);
  model.dispose();
});

test("mlp refuses an empty shape and an activation that it does not know", () => {
  expect(() => mlp({ inputShape: [], classes: 2 })).toThrow(/inputShape \[\]/);
  expect(() => mlp({ inputShape: [3.5], classes: 2 })).toThrow(/inputShape \[3.5\]/);
  // @ts-expect-error
  expect(() => mlp({ inputShape: [3], classes: 2, activation: "sigmoid" })).toThrow(/"relu", "tanh"/);
});
