import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type PredictionLog, randomSource } from "../../../lib/core/index.js";
import { readPredictionLog, writePredictionLog } from "../../../lib/decomposition/index.js";
import { floatText } from "../../../lib/decomposition/logs/float-text.js";

const folder = mkdtempSync(join(tmpdir(), "prediction-logs-csv-"));
afterAll(() => rmSync(folder, { recursive: true }));

const save = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const log: PredictionLog = {
  split: "testVal",
  ids: ["007", 'b/"ü", 2.png', "two\nlines"],
  labels: Int32Array.of(0, 2, 1),
  classes: ["cat", "dog, wet", 'a "person"'],
  probabilities: Float32Array.of(0.1, 0.2, 0.7, 1, 0, 0, 1e-7, 0.5, 0.4999999),
  tags: { night: Float32Array.of(0, 1, Number.NaN), objects: Float32Array.of(3, 0.1, -1.5e-12) },
  run: "first",
  seed: 7,
};

describe("writePredictionLog and readPredictionLog of CSV", () => {
  test.each(["train.csv", "train.tsv"])("give back the same log, bit by bit: %s", async (name) => {
    const path = join(folder, name);
    await writePredictionLog(path, log);
    expect(await readPredictionLog(path)).toEqual(log);
  });

  test("leave out what the log does not say", async () => {
    const { run, seed, ...short } = log;
    await writePredictionLog(join(folder, "short.csv"), short);
    expect(await readPredictionLog(join(folder, "short.csv"))).toEqual(short);
  });

  test("write what a spreadsheet shows: one line of names, then one line a sample", async () => {
    const ids = ["a", "b"];
    const small = { ...log, ids, labels: Int32Array.of(0, 1), classes: ["no", "yes"], tags: {} };
    const path = join(folder, "small.csv");
    await writePredictionLog(path, { ...small, probabilities: Float32Array.of(0.9, 0.1, 0.25, 0.75) });
    expect(readFileSync(path, "utf8")).toBe(
      "id,label,probability_no,probability_yes,split,run,seed\na,0,0.9,0.1,testVal,first,7\nb,1,0.25,0.75,testVal,first,7\n",
    );
  });

  test("refuse classes that the columns' names cannot keep, and say what can", async () => {
    const digits = { ...log, classes: ["3", "5", "8"] };
    await expect(writePredictionLog(join(folder, "odd.csv"), digits)).rejects.toThrow("odd.parquet instead");
  });
});

describe("readPredictionLog of somebody else's CSV", () => {
  test("takes pandas' index column, labels by name, missing tags, booleans and the split from the file's name", async () => {
    const text =
      ",id,label,probability_cat,probability_dog,tag_night,path\n0,10,dog,0.25,0.75,True,a b\n1,11,cat,5e-1,0.5,,c\n";
    expect(await readPredictionLog(save("resnet-train_val.csv", text))).toEqual({
      split: "trainVal",
      ids: ["10", "11"],
      labels: Int32Array.of(1, 0),
      classes: ["cat", "dog"],
      probabilities: Float32Array.of(0.25, 0.75, 0.5, 0.5),
      tags: { night: Float32Array.of(1, Number.NaN) },
    });
  });

  test.each([
    [
      "a mark at the beginning and lines that end as on Windows",
      "\ufeffid,label,probability_0,probability_1\r\na,0,1,0\r\n",
    ],
    ["semicolons", "id;label;probability_0;probability_1\na;0;1;0\n"],
    ["tabs", "id\tlabel\tprobability_0\tprobability_1\na\t0\t1\t0"],
    ["quotes around everything", '"id","label","probability_0","probability_1"\n"a","0","1","0"\n\n'],
    ["a column that says the split", "id,split,label,probability_1,probability_0\na,test,0,0,1\n"],
  ])("takes %s", async (_, text) => {
    const { split, ids, labels, probabilities } = await readPredictionLog(save("test.csv", text));
    expect([split, ids, [...labels], [...probabilities]]).toEqual(["test", ["a"], [0], [1, 0]]);
  });

  const header = "id,label,probability_0,probability_1\n";
  test.each([
    ["a word for a number", `${header}a,0,1,0\nb,1,0.25,high\n`, 'row 1, column probability_1 is "high"'],
    ["a decimal comma", 'id;label;probability_0;probability_1\na;0;"0,5";0.5\n', 'probability_0 is "0,5"'],
    ["a number left out", `${header}a,0,1,\n`, "row 0, column probability_1 is missing"],
    ["NaN", `${header}a,0,nan,0\n`, 'row 0 (id "a"), column probability_0 is NaN'],
    ["a label left out", `${header}a,,1,0\n`, "row 0, column label is missing"],
    ["a row too short", `${header}a,0,1,0\nb,0,1\nc,0,1,0\n`, "row 1 (line 3) has 3 fields"],
    ["a file cut short", `${header}a,0,1,0\nb,0,`, "row 1 (line 3) has 3 fields"],
    ["a comma inside a field", `${header}a,b,0,1,0\n`, "put fields that hold a comma into quotes"],
    ["a quote that does not end", `${header}a,0,1,0\n"b,0,1,0\n`, "line 3: a quoted field does not end"],
    ["a quote in mid-field", `${header}"a"b,0,1,0\n`, 'line 2: "a" goes on behind its closing quote'],
    ["a column twice", "id,label,label,probability_0\n", "has the column label twice"],
    ["two splits", `split,${header}test,a,0,1,0\ntrain,b,0,1,0\n`, "write one file for each split"],
    ["no rows", header, "the log is empty"],
    ["no header", "a,0,1,0\n", "no column of probabilities"],
    ["nothing", "", "it is empty"],
  ])("names the fault: %s", async (_, text, message) => {
    await expect(readPredictionLog(save("test.csv", text))).rejects.toThrow(message);
  });

  test("refuses text of another encoding, and a file that is not there", async () => {
    await expect(readPredictionLog(save("test.csv", Buffer.from(header, "utf16le")))).rejects.toThrow(
      "UTF-8",
    );
    await expect(readPredictionLog(join(folder, "none.csv"))).rejects.toThrow("there is no file");
  });
});

test("floatText gives back the same 32 bits for any number", () => {
  const random = randomSource(5);
  const bits = Uint32Array.from({ length: 20_000 }, () => random() * 2 ** 32);
  const numbers = new Float32Array(bits.buffer).filter((number) => number !== 0);
  expect(numbers.filter((number) => !Object.is(Math.fround(Number(floatText(number))), number))).toEqual(
    new Float32Array(0),
  );
  expect([0.1, 1, 1 / 3, 1e-7].map((number) => floatText(Math.fround(number)))).toEqual([
    ...["0.1", "1", "0.33333334", "1e-7"],
  ]);
});
