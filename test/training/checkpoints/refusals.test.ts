import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { assertRoom } from "../../../lib/training/checkpoints/checkpoint-folder.js";
import { decodeCheckpoint } from "../../../lib/training/checkpoints/decode-checkpoint.js";
import type { FitOptions } from "../../../lib/training/index.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

const data = blobs(40);
let folder: string;
let file: string;
let bytes: Buffer;

const run = (options: FitOptions = {}, model = smallNetwork(), train = data) =>
  training.fit(model, train, { epochs: 1, checkpoint: { folder }, ...options });

beforeAll(async () => {
  await tf.setBackend("cpu");
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "refusals-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = join(folder, "checkpoint.bin");
  await run();
  bytes = readFileSync(file);
});

test("a checkpoint holds what the model has, and little more than its bytes", () => {
  const { weights, optimizer, state } = decodeCheckpoint(bytes, file);
  const numbers = (tensors: typeof weights) => tensors.reduce((sum, { values }) => sum + values.length, 0);
  expect(numbers(weights)).toBe(4 * 8 + 8 + 8 * 3 + 3);
  expect(numbers(optimizer)).toBe(2 + 2 * numbers(weights)); // Adam: two powers, two slots a weight
  expect(state).toMatchObject({ step: 2, epochs: [{ epoch: 1 }] });
});

const deeper = () =>
  tf.sequential({ layers: [smallNetwork(), tf.layers.dense({ units: 3, activation: "softmax" })] });
const tanh = () =>
  tf.sequential({
    layers: [
      tf.layers.dense({ units: 8, inputShape: [4], activation: "tanh" }),
      tf.layers.dense({ units: 3, activation: "softmax" }),
    ],
  });

test.each<[string, () => Promise<unknown>, RegExp]>([
  ["another model", () => run({}, deeper()), /its model has parameters = 67, this one 79/],
  ["the same shapes with another activation", () => run({}, tanh()), /its model has layers/],
  [
    "other data",
    () => run({}, smallNetwork(), blobs(40, { seed: 9 })),
    /its data has train\.(labels|pixels)/,
  ],
  ["a validation set more", () => run({ trainVal: data }), /its data has trainVal = none/],
  ["another seed", () => run({ seed: 1 }), /its recipe has seed = 0, this one 1/],
  ["another optimizer", () => run({ optimizer: "sgd" }), /optimizer\.name = "adam", this one "sgd"/],
  ["another rate", () => run({ learningRate: 0.1 }), /learningRate = 0\.0003, this one 0\.1/],
])("a checkpoint of %s is refused, and stays", async (_, go, message) => {
  await expect(go()).rejects.toThrow(message);
  expect(readFileSync(file)).toEqual(bytes);
});

test("a checkpoint with more epochs behind it than are asked for is refused", async () => {
  await run({ epochs: 3 });
  await expect(run({ epochs: 2 })).rejects.toThrow(/has 3 behind it/);
});

test("a checkpoint that was cut short anywhere is refused as such", async () => {
  for (const length of [0, 5, 8, 19, 20, 300, bytes.length - 1]) {
    writeFileSync(file, bytes);
    truncateSync(file, length);
    await expect(run()).rejects.toThrow(/is cut short/);
  }
});

test("a checkpoint with one changed bit anywhere is refused", () => {
  for (const at of [0, 9, 13, 17, 25, 200, Math.floor(bytes.length / 2), bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 4;
    expect(() => decodeCheckpoint(changed, file), `byte ${at}`).toThrow(
      /damaged|is no checkpoint|of version|cut short/,
    );
  }
});

test("a checkpoint with something after its end is refused, and one of another version is named", async () => {
  appendFileSync(file, "x");
  await expect(run()).rejects.toThrow(/is damaged/);
  const later = Buffer.from(bytes);
  later.writeUInt32LE(2, 8);
  writeFileSync(file, later);
  await expect(run()).rejects.toThrow(/of version 2, from another version of deep-pessimist/);
});

test("a second training in a folder is refused while the first one runs", async () => {
  rmSync(file);
  let second: unknown;
  await run({
    onEpoch: async () => {
      second = await run().catch((error) => error);
    },
  });
  expect(String(second)).toMatch(/another process \(.*\) is training into/);
  await run(); // free again
});

test("a folder that cannot be is told before training", async () => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  await expect(run({ checkpoint: { folder: join(file, "inside") } }, model)).rejects.toThrow(
    /cannot be written/,
  );
  expect(tf.memory().numTensors).toBe(before);
});

test("a checkpoint that the disk has no room for is told before training", async () => {
  await expect(assertRoom(join(folder, "new"), 1e18)).rejects.toThrow(/are free on the disk/);
  await assertRoom(join(folder, "new"), 1);
});
