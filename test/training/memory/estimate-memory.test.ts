import * as tf from "@tensorflow/tfjs";
import { describe, expect, test } from "vitest";
import { leNet, lstm, resNet } from "../../../lib/models/index.js";
import { assertMemory } from "../../../lib/training/memory/assert-memory.js";
import { estimateMemory, formatMemory } from "../../../lib/training/memory/index.js";

const bytesOf = (estimate: ReturnType<typeof estimateMemory>) =>
  Object.fromEntries(estimate.parts.map(({ part, bytes }) => [part, bytes]));

/** 100 → 50 → 10: 5,050 + 510 weights, 60 outputs. */
const dense = () =>
  tf.sequential({
    layers: [tf.layers.dense({ units: 50, inputShape: [100] }), tf.layers.dense({ units: 10 })],
  });

describe("estimateMemory", () => {
  test("counts weights, gradients, slots, the batch and the data set to the byte", () => {
    const dataset = { size: 1000, shape: [100], batch: () => ({ x: new Uint8Array(100), shape: [1, 100] }) };
    const estimate = estimateMemory(dense(), { batchSize: 20, dataset: dataset as never });
    expect(bytesOf(estimate)).toEqual({
      weights: 5560 * 4,
      gradients: 5560 * 4,
      "optimizer slots": 2 * 5560 * 4,
      activations: 20 * 60 * 4 * 4,
      patches: 0,
      batch: 20 * 100 * 4,
      "data set": 100_000,
    });
    expect(estimate.bytes).toBe(3 * 5560 * 4 + 20 * 60 * 16 + 8000);
  });

  test.each([
    ["sgd", 0],
    ["momentum", 1],
    ["adamW", 2],
  ] as const)("knows that %s remembers %i numbers of each weight", (optimizer, slots) => {
    expect(bytesOf(estimateMemory(dense(), { optimizer }))["optimizer slots"]).toBe(slots * 5560 * 4);
  });

  test("a frozen layer has no gradients and no slots", () => {
    const model = dense();
    model.layers[0]!.trainable = false;
    expect(bytesOf(estimateMemory(model)).gradients).toBe(510 * 4);
  });

  test("a model inside a model counts with all its layers", () => {
    const outer = tf.sequential({ layers: [dense(), tf.layers.dense({ units: 1 })] });
    expect(bytesOf(estimateMemory(outer, { batchSize: 1 })).activations).toBe((60 + 1) * 16);
  });

  // Peaks over the resident memory of small batches, on native TensorFlow 2.21 with 2 cores (docs/memory.md).
  test.each([
    ["LeNet", () => leNet({ inputShape: [32, 32, 3], classes: 10 }), 4096, 1610],
    [
      "ResNet-18, width ¼",
      () => resNet({ depth: 18, width: 0.25, inputShape: [32, 32, 3], classes: 10 }),
      512,
      3879,
    ],
    ["LSTM", () => lstm({ inputShape: [50, 4], classes: 10 }), 1024, 150],
  ])("%s is estimated within a third of what was measured", (_, build, batchSize, megabytes) => {
    const { bytes } = estimateMemory(build(), { batchSize });
    expect(bytes / 2 ** 20 / megabytes).toBeGreaterThan(2 / 3);
    expect(bytes / 2 ** 20 / megabytes).toBeLessThan(3 / 2);
  });

  test("a misspelt option is named", () => {
    expect(() => estimateMemory(dense(), { batchsize: 3 } as never)).toThrow("batchSize");
  });
});

test("formatMemory puts the largest part first", () => {
  const [first, ...rest] = formatMemory(estimateMemory(dense(), { batchSize: 1 })).split("\n");
  expect(first).toBe("optimizer slots  44.5 kB  what the optimizer remembers of each weight");
  expect(rest).toHaveLength(5);
});

describe("assertMemory", () => {
  const large = () => estimateMemory(leNet({ inputShape: [32, 32, 3], classes: 10 }), { batchSize: 4096 });

  test("lets pass what fits", () => {
    expect(() => assertMemory(large(), 4e9)).not.toThrow();
  });

  test("names what is free, the largest part, and a batch that fits with as many updates", () => {
    expect(() => assertMemory(large(), 1e9)).toThrow(
      /batches of 4096 takes about 1\.\d GB.*patches.*at most 1\.0 GB.*batchSize: 2048, gradientAccumulation: 2/s,
    );
  });

  test("the batch that it names passes", () => {
    const model = leNet({ inputShape: [32, 32, 3], classes: 10 });
    expect(() => assertMemory(estimateMemory(model, { batchSize: 2048 }), 1e9)).not.toThrow();
  });

  test("where weights and slots alone do not fit, it names the optimizer that has none", () => {
    expect(() => assertMemory(estimateMemory(dense(), { batchSize: 1 }), 1000)).toThrow('optimizer: "sgd"');
    expect(() => assertMemory(estimateMemory(dense(), { batchSize: 1, optimizer: "sgd" }), 1000)).toThrow(
      "a narrower or shallower model",
    );
  });
});
