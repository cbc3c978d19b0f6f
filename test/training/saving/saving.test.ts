import {
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import * as models from "../../../lib/models/index.js";
import { loadModel, saveModel } from "../../../lib/training/index.js";
import { smallNetwork } from "../small-network.js";

let folder: string;
beforeEach(async () => {
  await tf.setBackend("cpu");
  folder = mkdtempSync(join(tmpdir(), "saving-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const answers = (model: tf.LayersModel, x: tf.Tensor) => [...(model.predict(x) as tf.Tensor).dataSync()];
const filesOf = (path: string) => readdirSync(path).sort();

test.each<[string, () => tf.LayersModel]>([
  ["LeNet", () => models.leNet({ inputShape: [32, 32, 1], classes: 4 })],
  ["ResNet-18", () => models.resNet({ depth: 18, inputShape: [16, 16, 3], classes: 4, width: 1 / 16 })],
  ["LSTM", () => models.lstm({ inputShape: [6, 3], classes: 2, units: 4 })],
])("%s answers the same after a way to disk and back", async (_, make) => {
  const model = make();
  await saveModel(model, folder);
  const before = tf.memory().numTensors;
  const loaded = await loadModel(folder);
  expect(
    loaded.weights.map(({ originalName, shape, trainable }) => ({ originalName, shape, trainable })),
  ).toEqual(model.weights.map(({ originalName, shape, trainable }) => ({ originalName, shape, trainable })));
  const x = tf.randomUniform([2, ...(model.inputs[0]!.shape.slice(1) as number[])], -1, 1, "float32", 1);
  expect(answers(loaded, x)).toEqual(answers(model, x));
  loaded.dispose();
  expect(tf.memory().numTensors).toBeLessThanOrEqual(before + 3); // x and the two answers
});

test("a model loads from model.json's own path, and from a server as in a browser", async () => {
  const model = smallNetwork();
  await saveModel(model, folder);
  const server = createServer(({ url }, answer) => createReadStream(join(folder, url!)).pipe(answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/model.json`;
  const x = tf.ones([1, 4]);
  const [here, there] = [await loadModel(join(folder, "model.json")), await tf.loadLayersModel(address)];
  expect(answers(here, x)).toEqual(answers(model, x));
  expect(answers(there, x)).toEqual(answers(model, x));
});

test("a model that is saved over another replaces it, and leaves no file of it", async () => {
  await saveModel(smallNetwork(), folder);
  const model = smallNetwork({ classes: 5 });
  await saveModel(model, folder);
  expect(filesOf(folder)).toHaveLength(2);
  expect((await loadModel(folder)).outputs[0]!.shape).toEqual([null, 5]);
});

test("a model that TensorFlow.js's own converter split into several files loads", async () => {
  const model = smallNetwork();
  await saveModel(model, folder);
  const [json, weights] = ["model.json", filesOf(folder)[1]!].map((name) => readFileSync(join(folder, name)));
  const described = JSON.parse(String(json));
  described.weightsManifest[0].paths = ["group1-shard1of2.bin", "group1-shard2of2.bin"];
  writeFileSync(join(folder, "group1-shard1of2.bin"), weights!.subarray(0, 101));
  writeFileSync(join(folder, "group1-shard2of2.bin"), weights!.subarray(101));
  writeFileSync(join(folder, "model.json"), JSON.stringify(described));
  const x = tf.ones([1, 4]);
  expect(answers(await loadModel(folder), x)).toEqual(answers(model, x));
  truncateSync(join(folder, "group1-shard2of2.bin"), 50);
  await expect(loadModel(folder)).rejects.toThrow(/have 151 bytes/);
});

test.each<[string, (path: string) => void, RegExp]>([
  [
    "weights that were cut short",
    (at) => truncateSync(join(at, filesOf(at)[1]!), 100),
    /cut short or damaged/,
  ],
  ["weights that are gone", (at) => rmSync(join(at, filesOf(at)[1]!)), /could not be read/],
  ["a model.json that was cut short", (at) => truncateSync(join(at, "model.json"), 100), /is no JSON/],
  [
    "a graph model",
    (at) => writeFileSync(join(at, "model.json"), `{"format":"graph-model"}`),
    /holds a graph-model/,
  ],
  ["an empty folder", (at) => rmSync(join(at, "model.json")), /a folder with a model\.json/],
])("loadModel refuses %s", async (_, damage, message) => {
  await saveModel(smallNetwork(), folder);
  damage(folder);
  await expect(loadModel(folder)).rejects.toThrow(message);
});
