import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeNpz } from "../../../lib/data/index.js";
import { readKerasWeights, writeKerasWeights } from "../../../lib/training/index.js";
import { answer, filled, golden, twins } from "./twins.js";

const fixtures = "test/training/keras/fixtures";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "keras-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(twins)("the model $name", (twin) => {
  const expected = golden[twin.name];

  test("with weights that Keras wrote answers as Keras does, to 1e-5", async () => {
    const model = twin.build();
    await readKerasWeights(`${fixtures}/from-keras-${twin.name}.npz`, model);
    expect(answer(model, expected)).toBeAllClose(expected.fromKeras, { rtol: 1e-5, atol: 1e-6 });
    model.dispose();
  });

  test("writes the very file that Keras read, and answers as Keras did with it", async () => {
    const model = filled(twin);
    const path = join(folder, `${twin.name}.npz`);
    await writeKerasWeights(path, model);
    expect(readFileSync(path).equals(readFileSync(`${fixtures}/to-keras-${twin.name}.npz`))).toBe(true);
    expect(answer(model, expected)).toBeAllClose(expected.toKeras, { rtol: 1e-5, atol: 1e-6 });
    model.dispose();
  });

  test("is the same to the bit after writing and reading, and no tensor is left behind", async () => {
    const [model, other] = [filled(twin), twin.build()];
    const path = join(folder, `${twin.name}-again.npz`);
    const before = tf.memory().numTensors;
    await writeKerasWeights(path, model);
    await readKerasWeights(path, other);
    expect(tf.memory().numTensors).toBe(before);
    expect(answer(other, expected)).toEqual(answer(model, expected));
    model.dispose();
    other.dispose();
  });
});

describe("what does not fit is refused, and the model stays as it was:", () => {
  const dense = (name: string, units = 2, useBias = true): tf.LayersModel =>
    tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units, useBias, name })] });
  const kernel = { data: new Float32Array(6), shape: [3, 2] };
  const bias = { data: new Float32Array(2) };

  test.each([
    ["another name", { "output.0": kernel, "output.1": bias }, dense("outputs"), 'name="outputs" in Keras'],
    ["no bias", { "output.0": kernel }, dense("output"), 'no "output.1", which the model has'],
    [
      "a bias too many",
      { "output.0": kernel, "output.1": bias },
      dense("output", 2, false),
      '"output.1", which the model has not',
    ],
    [
      "another size",
      { "output.0": kernel, "output.1": bias },
      dense("output", 4),
      "output.0 has the shape [3, 2]",
    ],
  ])("%s", async (name, arrays, model, message) => {
    const path = join(folder, `${name}.npz`);
    await writeNpz(path, arrays);
    const before = model.getWeights().map((weight) => [...weight.dataSync()]);
    await expect(readKerasWeights(path, model)).rejects.toThrow(message);
    expect(model.getWeights().map((weight) => [...weight.dataSync()])).toEqual(before);
    model.dispose();
  });

  test("a GRU whose bias has two rows, which Keras makes unless told otherwise", async () => {
    const model = tf.sequential({ layers: [tf.layers.gru({ inputShape: [4, 1], units: 2, name: "gru" })] });
    const path = join(folder, "gru.npz");
    const zeros = (...shape: number[]) => ({ data: new Float32Array(shape.reduce((a, b) => a * b)), shape });
    await writeNpz(path, { "gru.0": zeros(1, 6), "gru.1": zeros(2, 6), "gru.2": zeros(2, 6) });
    await expect(readKerasWeights(path, model)).rejects.toThrow("reset_after=False");
    model.dispose();
  });

  test("a model inside a model", async () => {
    const inner = dense("inside", 3);
    const model = tf.sequential({ layers: [inner, tf.layers.dense({ units: 2 })] });
    await expect(writeKerasWeights(join(folder, "x.npz"), model)).rejects.toThrow("one of its layers");
    model.dispose();
  });
});
