import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makers } from "../../../lib/cli/data/makers.js";
import type { Dataset } from "../../../lib/core/index.js";
import {
  makeScenes,
  namedScenes,
  openDataSet,
  readNpy,
  sceneSetNames,
  simplifiedScenes,
} from "../../../lib/data/index.js";
import { runData, temporaryFolder } from "./run-data.js";

const at = temporaryFolder();

test("list names every data set with its size and its knobs, and as JSON has one row for each", async () => {
  const { code, out } = await runData("list");
  expect(code).toBe(0);
  const names = Object.values(makers).flatMap((byName) => Object.keys(byName));
  for (const name of names) expect(out).toContain(name);
  expect(out).toContain("--image-size");
  expect(out).toContain("10,000 of shape [32, 32, 3], 30.7 MB");
  const rows = JSON.parse((await runData("list", "--json")).out) as { name: string; bytes: number }[];
  expect(rows.map(({ name }) => name)).toEqual(names);
});

test("scenes are written as the library makes them, knob by knob, and NumPy's format holds the same bytes", async () => {
  const conditions = "--night 0.5 --rain 1,3 --fog 0.5,1,2";
  const knobs = `--person-rate 0.3 ${conditions} --figure-height 0.5,0.7 --image-size 16`.split(" ");
  const { code, out, err } = await runData("scenes", "--samples", "60", ...knobs, "--out", at("night"));
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toMatch(/night: 60 images \(all 60\), made in [\d.]+ s\./);
  const expected = makeScenes(60, {
    ...{ imageSize: 16, personRate: 0.3, figureHeight: [0.5, 0.7] },
    conditions: { night: 0.5, rain: { share: 1, severity: 3 }, fog: { share: 0.5, severity: [1, 2] } },
  });
  const { data, shape } = await readNpy(join(at("night"), "all", "x.npy"));
  expect(shape).toEqual([60, 16, 16, 3]);
  expect(Buffer.compare(data as Uint8Array, expected.batch([...Array(60).keys()]).x as Uint8Array)).toBe(0);
  expect((await openDataSet(at("night"))).all!.labels).toEqual(expected.labels);
});

test("the card has the line that makes the set again, and that line gives the same hash", async () => {
  const first = await runData("scenes", "--samples", "40", "--rain", "0.5", "--out", at("rain"), "--json");
  const card = readFileSync(join(at("rain"), "README.md"), "utf8");
  const line = /npx deep-pessimist data (.*)/.exec(card)![1]!;
  expect(line).toBe("scenes --samples 40 --rain 0.5 --out rain");
  const again = await runData(
    ...line.replace("--out rain", `--out ${at("other/rain")}`).split(" "),
    "--json",
  );
  expect(JSON.parse(again.out).sha256).toBe(JSON.parse(first.out).sha256);
});

test("a set with splits of its own keeps them, and refuses to be split otherwise", async () => {
  expect((await runData("scenes", "--name", "simplified", "--samples", "80", "--out", at("four"))).code).toBe(
    0,
  );
  const stored = await openDataSet(at("four"));
  const { train, test } = simplifiedScenes({ samples: 80 });
  expect(Object.keys(stored)).toEqual(["train", "trainVal", "testVal", "test"]);
  expect(stored.train!.batch([0, 1]).x).toEqual(train.batch([0, 1]).x);
  expect(stored.test!.tags.night).toEqual(test.tags.night);
  const { code, err } = await runData("scenes", "--name", "simplified", "--split", "a=1", "--out", at("x"));
  expect(code).toBe(2);
  expect(err).toContain("leave --split out");
});

test("every named set is made as the library makes it, and listed with the size that it has", async () => {
  for (const name of sceneSetNames) {
    const { summary, ...listed } = makers.scenes![name]!;
    const made = await listed.make({ samples: 24, seed: 3, knobs: {} });
    const own = namedScenes(name, { samples: 24, seed: 3 });
    const parts = typeof made.batch === "function" ? { [Object.keys(own)[0]!]: made as Dataset } : made;
    expect(Object.keys(parts)).toEqual(Object.keys(own));
    for (const [part, dataset] of Object.entries(parts as Record<string, Dataset>)) {
      expect(dataset.labels).toEqual(own[part]!.labels);
      expect(dataset.batch([0]).x).toEqual(own[part]!.batch([0]).x);
    }
    const whole = Object.values(namedScenes(name));
    expect(whole.reduce((sum, { size }) => sum + size, 0)).toBe(listed.samples);
    expect(whole[0]!.shape).toEqual(listed.shape);
  }
});

test("--split gives shares of the samples, stratified, to named folders of pictures", async () => {
  const shares = ["--split", "train=0.75,test=0.25", "--format", "png"];
  expect((await runData("digits", "--samples", "40", ...shares, "--out", at("digits"))).code).toBe(0);
  const { train, test } = await openDataSet(at("digits"));
  expect([train!.size, test!.size]).toEqual([30, 10]);
  expect(existsSync(join(at("digits"), "train", train!.classes[train!.labels[0]!]!, "000000.png"))).toBe(
    true,
  );
});

test.each([
  ["trajectories", [100, 4]],
  ["classics", [2]],
])("%s are written with their shape", async (kind, shape) => {
  expect((await runData(kind, "--samples", "30", "--out", at(kind))).code).toBe(0);
  expect((await openDataSet(at(kind))).all!.shape).toEqual(shape);
});

test("numbers to predict are written with their names", async () => {
  const coefficients = ["--coefficients", "1,-2"];
  expect((await runData("classics", "--name", "linear", ...coefficients, "--out", at("linear"))).code).toBe(
    0,
  );
  const { all } = await openDataSet(at("linear"));
  expect(all!.shape).toEqual([2]);
});

test("what is there is never overwritten; the same set again is found to be there", async () => {
  const args = ["scenes", "--samples", "20", "--image-size", "16", "--out", at("kept")];
  await runData(...args);
  expect((await runData(...args)).out).toContain("all of it was there, and whole");
  const other = await runData(...args, "--seed", "1");
  expect(other.code).toBe(2);
  expect(other.err).toMatch(/kept holds another data set, "kept"\.[\s\S]*nothing is overwritten/);
  writeFileSync(at("notes"), "mine");
  expect((await runData("scenes", "--out", at("notes"))).err).toContain("notes is a file");
  expect(readFileSync(at("notes"), "utf8")).toBe("mine");
});

test.each([
  [["scnes"], "write deep-pessimist data scenes."],
  [["simplified"], "write deep-pessimist data scenes --name simplified."],
  [[], "see deep-pessimist data --help."],
  [["scenes"], "write --out streets."],
  [["scenes", "--out", "x", "--nihgt", "1"], "write --night instead of --nihgt."],
  [["scenes", "--out", "x", "--name", "simplifed"], "write --name simplified."],
  [["scenes", "--out", "x", "--samples", "many"], '--samples is "many".'],
  [["scenes", "--out", "x", "--samples=-5"], "samples is -5."],
  [["scenes", "--out", "x", "--night", "50"], "pass 0.5."],
  [["scenes", "--out", "x", "--name", "simplified", "--night", "1"], "which does not have it"],
  [["scenes", "--out", "x", "--format", "jpg"], '"png", "npy"'],
  [["scenes", "--out", "x", "--split", "train"], "write --split train=0.8,test=0.2."],
  [["scenes", "--out", "x", "--split", "train=0.8,test=0.4"], "the splits add up to 1.2"],
  [["scenes", "streets"], "the folder is --out streets"],
  [["classics", "--out", "x", "--format", "png"], 'write them as arrays: format "npy".'],
])("%j exits with 2 and says what to type", async (args, advice) => {
  const { code, err } = await runData(...args);
  expect(code).toBe(2);
  expect(err).toContain(advice);
  expect(err).not.toContain("    at ");
  expect(existsSync("x")).toBe(false);
});
