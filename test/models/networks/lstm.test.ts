import * as tf from "@tensorflow/tfjs";
import { expect, test, vi } from "vitest";
import { start } from "../../../lib/backend/index.js";
import { lstm } from "../../../lib/models/index.js";

test("lstm of 128 units on 64 features has the 98,816 parameters that Keras' guide prints", () => {
  const model = lstm({ inputShape: [50, 64], units: 128, classes: 10 });
  expect(model.getLayer("hidden").countParams()).toBe(98_816);
  expect(model.countParams()).toBe(98_816 + 1_290);
  model.dispose();
});

test.each(["tensorflow", "wasm"] as const)(
  "lstm answers the same however far a sequence is padded, on %s",
  async (backend) => {
    await start({ backend, quiet: true });
    const [short, long] = [3, 7].map((steps) => lstm({ inputShape: [steps, 2], classes: 3, seed: 4 }));
    const [a, b] = tf.tidy(() => {
      const sequences = tf.randomNormal<tf.Rank.R3>([5, 3, 2], 0, 1, "float32", 1);
      const padded = sequences.pad([
        [0, 0],
        [0, 4],
        [0, 0],
      ]);
      return [short!.predict(sequences), long!.predict(padded)].map((answer) =>
        (answer as tf.Tensor).dataSync(),
      );
    });
    expect(b!).toBeAllClose(a!, { rtol: 1e-6 });
    for (const model of [short!, long!]) model.dispose();
  },
);

test("lstm's recurrent weights have rows of length 1 at right angles", () => {
  const model = lstm({ inputShape: [5, 2], units: 40, classes: 2 });
  const products = tf.tidy(() => {
    const recurrent = model.getLayer("hidden").getWeights()[1] as tf.Tensor2D; // [units, 4 · units]
    return recurrent.matMul(recurrent, false, true).dataSync();
  });
  expect(products).toBeAllClose(
    tf.tidy(() => tf.eye(40).dataSync()),
    { rtol: 1e-5, atol: 1e-6 },
  );
  model.dispose();
});

test("lstm's forget gate starts with a bias of 1, the other gates with 0", async () => {
  const model = lstm({ inputShape: [5, 2], units: 2, classes: 2 });
  expect([...(await model.getLayer("hidden").getWeights()[2]!.data())]).toEqual([0, 0, 1, 1, 0, 0, 0, 0]);
  model.dispose();
});

test("lstm prints nothing, though its recurrent matrix is large", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  lstm({ inputShape: [5, 2], classes: 2, units: 64 }).dispose();
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test("lstm refuses what is no sequence, and half a unit", () => {
  expect(() => lstm({ inputShape: [5], classes: 2 })).toThrow(/inputShape \[5\][\s\S]*\[steps, features\]/);
  expect(() => lstm({ inputShape: [5, 2], classes: 2, units: 0.5 })).toThrow(/units = 0.5/);
});
