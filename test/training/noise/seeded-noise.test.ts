import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test } from "vitest";
import { seededNoise } from "../../../lib/training/noise/seeded-noise.js";

beforeEach(async () => {
  await tf.setBackend("cpu");
});

const run = (model: tf.LayersModel, x: tf.Tensor, training = true): number[] =>
  tf.tidy(() => [...(model.apply(x, { training }) as tf.Tensor).dataSync()]);

/** A model whose output is its input, but for one layer's noise. */
const noisy = (layer: tf.layers.Layer, shape = [1000]): tf.LayersModel => {
  const input = tf.input({ shape });
  return tf.model({ inputs: input, outputs: layer.apply(input) as tf.SymbolicTensor });
};

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

const layers: [string, () => tf.layers.Layer][] = [
  ["dropout", () => tf.layers.dropout({ rate: 0.4 })],
  ["dropout with a seed of its own", () => tf.layers.dropout({ rate: 0.4, seed: 7 })],
  ["gaussianNoise", () => tf.layers.gaussianNoise({ stddev: 0.5 })],
  ["gaussianDropout", () => tf.layers.gaussianDropout({ rate: 0.4 })],
  ["alphaDropout", () => tf.layers.alphaDropout({ rate: 0.4 })],
];

test.each(layers)("%s draws the same for the same seed, step and part, and else anew", (_, layer) => {
  const x = tf.ones([2, 1000]);
  const at = (seed: number, step: number, part = 0): number[] => {
    const model = noisy(layer());
    const noise = seededNoise(model, seed);
    noise.begin(step, part);
    const values = run(model, x);
    noise.release();
    return values;
  };
  const first = at(1, 5);
  expect(at(1, 5)).toEqual(first);
  for (const other of [at(2, 5), at(1, 6), at(1, 5, 1)]) expect(other).not.toEqual(first);
});

test("dropout keeps 1 − rate of the numbers, scaled so that their mean stays", () => {
  const model = noisy(tf.layers.dropout({ rate: 0.25 }), [20_000]);
  seededNoise(model, 0).begin(1);
  const values = run(model, tf.ones([1, 20_000]));
  const kept = values.filter((value) => value !== 0);
  expect(kept.length / values.length).toBeGreaterThan(0.735); // 5 deviations of √(¼ · ¾ / 20,000)
  expect(kept.length / values.length).toBeLessThan(0.765);
  expect(kept).toBeAllClose(
    kept.map(() => 4 / 3),
    { rtol: 1e-6 },
  );
});

test("spatial dropout drops whole channels", () => {
  const model = noisy(tf.layers.dropout({ rate: 0.5, noiseShape: [1, 1, 64] }), [10, 64]);
  seededNoise(model, 0).begin(1);
  const values = run(model, tf.ones([1, 10, 64]));
  for (let channel = 0; channel < 64; channel++)
    expect(new Set(Array.from({ length: 10 }, (_, row) => values[row * 64 + channel])).size).toBe(1);
  expect(new Set(values)).toEqual(new Set([0, 2]));
});

test("gaussianDropout has mean 1 and variance rate / (1 − rate), gaussianNoise the variance that it is given", () => {
  const times = noisy(tf.layers.gaussianDropout({ rate: 0.2 }), [20_000]);
  seededNoise(times, 0).begin(1);
  const factors = run(times, tf.ones([1, 20_000]));
  expect(mean(factors)).toBeAllClose(1, { rtol: 0.02 });
  expect(variance(factors)).toBeAllClose(0.25, { rtol: 0.06 });
  const plus = noisy(tf.layers.gaussianNoise({ stddev: 0.5 }), [20_000]);
  seededNoise(plus, 0).begin(1);
  expect(variance(run(plus, tf.zeros([1, 20_000])))).toBeAllClose(0.25, { rtol: 0.06 });
});

test("alphaDropout keeps the mean 0 and the variance 1 of self-normalizing networks", () => {
  const model = noisy(tf.layers.alphaDropout({ rate: 0.2 }), [40_000]);
  seededNoise(model, 0).begin(1);
  const values = run(model, tf.randomNormal([1, 40_000], 0, 1, "float32", 3));
  expect(mean(values)).toBeAllClose(0, { atol: 0.03 });
  expect(variance(values)).toBeAllClose(1, { rtol: 0.05 });
});

test("the dropout inside of an LSTM follows the seed, too", () => {
  const make = () =>
    tf.sequential({
      layers: [
        tf.layers.lstm({
          units: 4,
          dropout: 0.5,
          recurrentDropout: 0.5,
          inputShape: [5, 3],
          kernelInitializer: tf.initializers.glorotNormal({ seed: 1 }),
          recurrentInitializer: tf.initializers.glorotNormal({ seed: 2 }),
        }),
      ],
    });
  const x = tf.ones([2, 5, 3]);
  const at = (step: number): number[] => {
    const model = make();
    seededNoise(model, 3).begin(step);
    return run(model, x);
  };
  expect(at(1)).toEqual(at(1));
  expect(at(1)).not.toEqual(at(2));
});

test("noise is silent in evaluation mode, and layers are as before once they are released", () => {
  const layer = tf.layers.dropout({ rate: 0.5 });
  const model = noisy(layer);
  const noise = seededNoise(model, 0);
  noise.begin(1);
  expect(new Set(run(model, tf.ones([1, 1000]), false))).toEqual(new Set([1]));
  noise.release();
  expect(Object.hasOwn(layer, "call")).toBe(false);
  noise.begin(1);
  expect(run(model, tf.ones([1, 1000]))).not.toEqual(run(model, tf.ones([1, 1000])));
});
