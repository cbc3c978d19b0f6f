import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { readPredictionLog, writePredictionLog } from "../../lib/decomposition/index.js";
import { predictions, toInput } from "../../lib/training/index.js";
import { blobs } from "../support/blobs.js";
import { smallNetwork } from "./small-network.js";

const data = { ...blobs(20), tags: { night: new Float32Array(20).fill(1) } };

test("predictions holds the model's probabilities, row by row, and all the data set knows", async () => {
  const model = smallNetwork();
  const log = await predictions(model, data, { split: "test", run: "a", seed: 0, batchSize: 7 });
  const { ids, labels, classes, tags } = data;
  expect(log).toMatchObject({ split: "test", run: "a", seed: 0, ids, labels, classes, tags });
  const expected = tf.tidy(() => (model.predict(tf.tensor2d(data.rows, [20, 4])) as tf.Tensor).dataSync());
  expect(log.probabilities).toBeAllClose(expected, { rtol: 1e-5 });
  model.dispose();
});

test.each(["log.parquet", "log.csv"])(
  "predictions of any split come back from a file, to the bit: %s",
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "predictions-"));
    const model = smallNetwork();
    for (const split of ["train", "trainVal", "testVal", "test", "night shift"]) {
      const log = await predictions(model, data, { split, run: "a", seed: 3 });
      await writePredictionLog(join(folder, name), log);
      expect(await readPredictionLog(join(folder, name))).toEqual(log);
    }
    model.dispose();
    rmSync(folder, { recursive: true });
  },
);

test("predictions leaves no tensor behind, and says nothing of a run it was not told of", async () => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  const log = await predictions(model, data, { split: "mine" });
  expect(tf.memory().numTensors).toBe(before);
  expect(Object.keys(log)).not.toContain("run");
  model.dispose();
});

test("toInput maps bytes 0…255 to −1…1 and leaves floats as they are", () => {
  const bytes = toInput({ x: Uint8Array.of(0, 255), shape: [2, 1] });
  expect([...bytes.dataSync()]).toEqual([-1, 1]);
  const floats = toInput({ x: Float32Array.of(0.5, 7), shape: [2, 1] });
  expect([...floats.dataSync()]).toEqual([0.5, 7]);
  tf.dispose([bytes, floats]);
});
