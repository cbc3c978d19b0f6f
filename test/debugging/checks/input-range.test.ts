import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import { checkInputRange } from "../../../lib/debugging/index.js";

const random = randomSource(0, "input range");
const rows = (scale: number, offset = 0) =>
  Array.from({ length: 50 }, () => Array.from({ length: 4 }, () => offset + scale * normal(random)));
const codes = async (...args: Parameters<typeof checkInputRange>) =>
  (await checkInputRange(...args)).map(({ code }) => code);

test.each([
  ["standardised", rows(1)],
  ["from 0 to 1", rows(1).map((row) => row.map(Math.abs).map((value) => value % 1))],
  ["small and centred", rows(0.1)],
])("checkInputRange finds nothing in inputs that are %s", async (_, x) => {
  expect(await checkInputRange(x)).toEqual([]);
});

test.each([
  ["bytes", rows(40, 128), "input-not-normalized"],
  ["far from 0", rows(1, 500), "input-not-normalized"],
  ["of one large feature", rows(1).map((row) => [...row, 1e4 * normal(random)]), "input-not-normalized"],
  ["divided by 255 twice", rows(1 / 255 / 255), "input-normalized-twice"],
  ["all the same number", rows(0, 3), "constant-input"],
  ["all the same sample", Array(50).fill([1, 2, 3, 4]), "constant-input"],
  ["with a NaN", [...rows(1), [0, Number.NaN, 0, 0]], "non-finite-data"],
])("checkInputRange names inputs that are %s", async (_, x, code) => {
  expect(await codes(x)).toEqual([code]);
});

test("checkInputRange looks where the first trainable layer does: behind a rescaling layer", async () => {
  const scaling = (scale: number) =>
    tf.sequential({
      layers: [tf.layers.rescaling({ scale, inputShape: [4] }), tf.layers.dense({ units: 2 })],
    });
  expect(await codes(rows(40, 128), { model: scaling(1 / 127.5) })).toEqual([]);
  expect(await codes(rows(1), { model: scaling(255) })).toEqual(["input-not-normalized"]);
});

test("checkInputRange lets a batch-norm in front scale the inputs", async () => {
  const model = tf.sequential({
    layers: [tf.layers.batchNormalization({ inputShape: [4] }), tf.layers.dense({ units: 2 })],
  });
  expect(await codes(rows(40, 128), { model })).toEqual([]);
});

test("checkInputRange leaves no tensor behind", async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [4] })] });
  const before = tf.memory().numTensors;
  await checkInputRange(rows(1), { model });
  await checkInputRange(rows(40, 128), { model });
  expect(tf.memory().numTensors).toBe(before);
});
