import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { openDataSet } from "../../../lib/data/index.js";
import { writePredictionLog } from "../../../lib/decomposition/index.js";
import { runData, temporaryFolder } from "./run-data.js";

const at = temporaryFolder();
beforeAll(async () => {
  await runData(
    "scenes",
    "--samples",
    "40",
    "--night",
    "0.5",
    "--split",
    "train=0.5,test=0.5",
    "--out",
    at("set"),
  );
});

test("look draws classes, tags and images of every split on one page, and prints what there is to see", async () => {
  const { code, out } = await runData("look", at("set"), "--figure", at("look.html"));
  expect(code).toBe(0);
  expect(out).toMatch(/The rarest class of (train|test) is (no )?person/);
  expect(out).toContain(`Drawn to ${at("look.html")}`);
  const page = readFileSync(at("look.html"), "utf8");
  expect(page.match(/<svg/g)!.length).toBeGreaterThanOrEqual(4);
  expect(page).toContain("train: images by label");
  expect(page).toContain("test: images by label");
});

test("look --by a tag draws that alone, as SVG too, and as JSON says where", async () => {
  const args = ["--by", "night", "--split", "test", "--figure", at("night.svg"), "--json"];
  const { code, out } = await runData("look", at("set"), ...args);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ folder: at("set"), figure: at("night.svg") });
  expect(JSON.parse(out).readings).toHaveLength(1);
  expect(readFileSync(at("night.svg"), "utf8")).toContain("test: images by night");
});

test("look --log draws the surest mistakes of the split that was predicted", async () => {
  const { test: split } = await openDataSet(at("set"));
  const { ids, labels, classes, tags } = split!;
  // Every image is called a person with 60 %; the fourth is called what it is not, with 99 %.
  const sure = Array.from(labels, (label, i) =>
    i === 3 ? [label ? 0.99 : 0.01, label ? 0.01 : 0.99] : [0.4, 0.6],
  );
  const probabilities = Float32Array.from(sure.flat());
  await writePredictionLog(at("log.parquet"), { split: "test", ids, labels, classes, tags, probabilities });
  const args = ["--log", at("log.parquet"), "--figure", at("errors.html")];
  const { code, out } = await runData("look", at("set"), ...args);
  expect(code).toBe(0);
  const errors = 1 + [...labels].filter((label, i) => label === 0 && i !== 3).length;
  expect(out).toContain(`${errors} of 20`);
  expect(readFileSync(at("errors.html"), "utf8")).toContain("test: the surest mistakes");
});

test.each([
  [["--by", "nihgt"], "night"],
  [["--split", "tets"], "write --split test."],
  [["--figure", "look.pdf"], "write --figure look.html."],
  [["--figure", "look.svg"], "write --figure look.html, or say which by --by label."],
  [["--log", "absent.parquet"], "absent.parquet"],
])("look with %j exits with 2 and says what to type", async (args, advice) => {
  const { code, err } = await runData("look", at("set"), ...args);
  expect(code).toBe(2);
  expect(err).toContain(advice);
  expect(err).not.toContain("    at ");
});

test("look at a folder that is no data set says so", async () => {
  expect((await runData("look", at("nowhere"))).err).toContain("holds no data-set.json");
  expect((await runData("look")).err).toContain("write deep-pessimist data look FOLDER.");
});
