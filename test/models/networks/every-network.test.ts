import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import { networks } from "./networks.js";

const samples = 8;

/** Random inputs and labels: nothing to generalize, everything to memorize. */
function randomBatch(inputShape: readonly number[]): { x: tf.Tensor; y: tf.Tensor } {
  return tf.tidy(() => ({
    x: tf.randomNormal([samples, ...inputShape], 0, 1, "float32", 5),
    y: tf.oneHot(tf.tensor1d([0, 1, 2, 1, 0, 2, 2, 1], "int32"), 3).toFloat(),
  }));
}

const bytesOf = (model: tf.LayersModel) =>
  model.getWeights().map((weight) => [...new Int32Array(weight.dataSync().buffer)]);

describe.each(["tensorflow", "wasm"] as const)("on %s", (backend) => {
  beforeAll(() => start({ backend, quiet: true }));

  describe.each(Object.entries(networks))("%s", (_, { build, inputShape }) => {
    test("overfits one small batch within 150 steps", async () => {
      const model = build({ classes: 3 });
      const { x, y } = randomBatch(inputShape);
      model.compile({ optimizer: tf.train.adam(1e-2), loss: "categoricalCrossentropy" });
      let loss = Number.POSITIVE_INFINITY;
      for (let step = 0; step < 150 && loss > 0.05; step++) loss = (await model.trainOnBatch(x, y)) as number;
      expect(loss).toBeLessThan(0.05);
      model.dispose();
      tf.dispose([x, y]);
    });

    test("untrained, with the classes' shares as its bias, it has the entropy for its loss, to within 5 %", () => {
      const shares = [0.7, 0.2, 0.1];
      const model = build({ classes: 3, outputBias: shares.map(Math.log) });
      const { x, y } = randomBatch(inputShape);
      const surprise = tf.tidy(() => (model.predict(x) as tf.Tensor).log().neg().mean(0).dataSync());
      const loss = shares.reduce((sum, share, i) => sum + share * surprise[i]!, 0);
      expect(loss).toBeAllClose(-shares.reduce((sum, share) => sum + share * Math.log(share), 0), {
        rtol: 0.05,
      });
      model.dispose();
      tf.dispose([x, y]);
    });

    test("predicts numbers, and at first the mean that its bias asks for", () => {
      const model = build({ targets: 2, outputBias: [300, -20] });
      const { x, y } = randomBatch(inputShape);
      const answers = tf.tidy(() => (model.predict(x) as tf.Tensor).mean(0).dataSync());
      expect(answers).toBeAllClose([300, -20], { rtol: 0.02 });
      model.dispose();
      tf.dispose([x, y]);
    });

    test("has the same weights, bit by bit, for one seed, and others for another", () => {
      const [a, b, other] = [0, 0, 1].map((seed) => build({ classes: 3, seed }));
      expect(bytesOf(a!)).toEqual(bytesOf(b!));
      expect(bytesOf(a!)).not.toEqual(bytesOf(other!));
      for (const model of [a!, b!, other!]) model.dispose();
    });

    test("leaves no tensor behind once it is disposed", () => {
      const before = tf.memory().numTensors;
      const model = build({ classes: 3, outputBias: [0, 0, 1] });
      const { x, y } = randomBatch(inputShape);
      tf.dispose([model.predict(x), x, y]);
      model.dispose();
      expect(tf.memory().numTensors).toBe(before);
    });

    test("refuses answers, biases and seeds that cannot be", () => {
      const before = tf.memory().numTensors;
      expect(() => build({ classes: 1 })).toThrow(/classes = 1[\s\S]*two classes/);
      expect(() => build({ targets: 0 })).toThrow(/targets = 0/);
      // @ts-expect-error
      expect(() => build({ classes: 3, targets: 1 })).toThrow(/both classes and targets/);
      // @ts-expect-error
      expect(() => build({})).toThrow(/neither classes nor targets/);
      expect(() => build({ classes: 3, outputBias: [0, 1] })).toThrow(/\[0, 1\] for 3 outputs/);
      expect(() => build({ classes: 2, outputBias: [0, Math.log(0)] })).toThrow(/finite numbers/);
      expect(() => build({ classes: 2, seed: Number.NaN })).toThrow(/seed = NaN/);
      // @ts-expect-error
      expect(() => build({ classes: 2, sede: 1 })).toThrow(/"seed" instead of "sede"/);
      expect(tf.memory().numTensors).toBe(before);
    });

    test("is saved with its topology, and answers the same when it is loaded", async () => {
      const model = build({ classes: 3, seed: 2, outputBias: [0, 1, 2] });
      const saved: tf.io.ModelArtifacts[] = [];
      await model.save(
        tf.io.withSaveHandler(async (artifacts) => {
          saved.push(artifacts);
          return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
        }),
      );
      const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved[0]!));
      expect(bytesOf(loaded)).toEqual(bytesOf(model));
      const { x, y } = randomBatch(inputShape);
      const [before, after] = [model, loaded].map((one) =>
        tf.tidy(() => (one.predict(x) as tf.Tensor).dataSync()),
      );
      expect(after).toEqual(before);
      model.dispose();
      loaded.dispose();
      tf.dispose([x, y]);
    });
  });
});
