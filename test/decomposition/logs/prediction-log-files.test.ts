import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, test } from "vitest";
import type { PredictionLog } from "../../../lib/core/index.js";
import { readPredictionLog, writePredictionLog } from "../../../lib/decomposition/index.js";

const folder = mkdtempSync(join(tmpdir(), "prediction-logs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const log: PredictionLog = {
  split: "testVal",
  ids: ["a", "b/ü.png", "c"],
  labels: Int32Array.of(0, 2, 1),
  classes: ["cat", "dog", "a person"],
  probabilities: Float32Array.of(0.1, 0.2, 0.7, 1, 0, 0, 0.25, 0.5, 0.25),
  tags: { night: Float32Array.of(0, 1, Number.NaN), objects: Float32Array.of(3, 0.1, -1) },
  run: "first",
  seed: 7,
};

/** A file as others write it: just columns. */
function foreign(name: string, columns: Record<string, unknown[]>): string {
  const path = join(folder, name);
  const columnData = Object.entries(columns).map(([column, data]) => ({ name: column, data }));
  writeFileSync(path, new Uint8Array(parquetWriteBuffer({ columnData })));
  return path;
}
const good = { id: ["a", "b"], label: [0, 1], probability_0: [0.75, 0.25], probability_1: [0.25, 0.75] };

describe("writePredictionLog and readPredictionLog", () => {
  test("give back the same log, bit by bit, whatever the file is called", async () => {
    const path = join(folder, "made/on/the/way/train.parquet");
    await writePredictionLog(path, log);
    expect(await readPredictionLog(path)).toEqual(log);
  });

  test("leave out what the log does not say", async () => {
    const { run, seed, ...short } = log;
    await writePredictionLog(join(folder, "short.parquet"), short);
    expect(await readPredictionLog(join(folder, "short.parquet"))).toEqual(short);
  });

  test("write a file whole or not at all: a failure leaves the old one and nothing beside it", async () => {
    const path = join(folder, "whole", "log.parquet");
    await writePredictionLog(path, log);
    const before = readFileSync(path);
    await expect(writePredictionLog(path, { ...log, ids: ["a", "a", "b"] })).rejects.toThrow("the same id");
    await expect(writePredictionLog(join(path, "below-a-file.parquet"), log)).rejects.toThrow(
      "could not be written",
    );
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(join(folder, "whole"))).toEqual(["log.parquet"]);
  });
});

describe("readPredictionLog of somebody else's file", () => {
  test("takes classes and order from pandas' columns, labels by name, numbers of any width, and the split from the file's name", async () => {
    expect(await readPredictionLog("test/decomposition/logs/fixtures/pandas-train_val.parquet")).toEqual({
      split: "trainVal",
      ids: ["10", "11", "12"],
      labels: Int32Array.of(1, 0, 1),
      classes: ["cat", "dog"],
      probabilities: Float32Array.of(0.25, 0.75, 0.5, 0.5, 0.125, 0.875),
      tags: { night: Float32Array.of(1, Number.NaN, 0) },
    });
  });

  test("puts numbered classes into the order of their numbers", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, k) => [`probability_${10 - k}`, [k === 0 ? 1 : 0]]),
    );
    const { classes, probabilities } = await readPredictionLog(
      foreign("test-11.parquet", { id: ["a"], label: [10], ...many }),
    );
    expect([classes.at(-1), probabilities.at(-1)]).toEqual(["10", 1]);
  });

  test("asks for the split where neither file nor name tells it, and takes it as an option", async () => {
    const path = foreign("predictions.parquet", good);
    await expect(readPredictionLog(path)).rejects.toThrow('pass { split: "test" }');
    expect((await readPredictionLog(path, { split: "test" })).split).toBe("test");
  });

  test.each([
    ["no ids", { id: undefined }, 'no column "id"'],
    [
      "no probabilities",
      { probability_0: undefined, probability_1: undefined },
      "no column of probabilities",
    ],
    ["a class left out", { probability_0: undefined, probability_2: [0, 0] }, "no column probability_0"],
    ["a value left out", { probability_1: [0.25, null] }, "row 1, column probability_1 is missing"],
    ["words for numbers", { probability_1: ["0.25", "high"] }, 'row 0, column probability_1 is "0.25"'],
    ["NaN", { probability_1: [0.25, Number.NaN] }, 'row 1 (id "b"), column probability_1 is NaN'],
    ["logits", { probability_0: [1.2, -3.5], probability_1: [-0.2, 4.5] }, "log softmax outputs, not logits"],
    [
      "probabilities that sum to 0.9",
      { probability_0: [0.65, 0.25] },
      'the probabilities of row 0 (id "a") sum to 0.9',
    ],
    ["a repeated id", { id: ["a", "a"] }, 'rows 0 and 1 have the same id "a"'],
    ["a label outside the classes", { label: [0, 2] }, 'row 1 (id "b") has label 2'],
    ["half a label", { label: [0.5, 1] }, "row 0, column label is 0.5"],
    ["a label that is no class", { label: ["0", "cow"] }, 'row 1, column label is "cow"'],
    ["one class only", { probability_1: undefined, probability_0: [1, 1] }, "two classes or more"],
  ])("names the fault: %s", async (_, change, message) => {
    const columns = Object.entries({ ...good, ...change }).filter(([, data]) => data !== undefined);
    const path = foreign("test.parquet", Object.fromEntries(columns) as Record<string, unknown[]>);
    await expect(readPredictionLog(path)).rejects.toThrow(message);
  });
});

describe("readPredictionLog refuses", () => {
  const save = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  test("a file that is missing, a folder, empty, or no Parquet", async () => {
    await expect(readPredictionLog(join(folder, "none.parquet"))).rejects.toThrow("there is no file");
    await expect(readPredictionLog(folder)).rejects.toThrow("cannot be read");
    await expect(readPredictionLog(save("empty.parquet", ""))).rejects.toThrow("it is empty");
    await expect(readPredictionLog(save("table.txt", "id,label\n"))).rejects.toThrow("name it .csv");
  });

  test("a file cut short anywhere, or with a broken footer", async () => {
    await writePredictionLog(join(folder, "cut.parquet"), log);
    const whole = readFileSync(join(folder, "cut.parquet"));
    for (const end of [4, 8, Math.floor(whole.length / 2), whole.length - 1])
      await expect(readPredictionLog(save("cut.parquet", whole.subarray(0, end)))).rejects.toThrow(
        "is cut short",
      );
    const broken = Buffer.from(whole);
    broken.fill(255, whole.length - 100, whole.length - 8);
    await expect(readPredictionLog(save("broken.parquet", broken))).rejects.toThrow("cannot be read");
  });

  test("a codec that is not built in, by name", async () => {
    const reading = readPredictionLog("test/decomposition/logs/fixtures/zstd-test.parquet");
    await expect(reading).rejects.toThrow('compression="snappy", not ZSTD');
  });

  test("an empty log, and one of a later format", async () => {
    const kvMetadata = (format: number) => [
      { key: "deep-pessimist", value: JSON.stringify({ format, split: "test", classes: ["a", "b"] }) },
    ];
    const columnData = ["id", "label", "probability_0", "probability_1"].map((name) => ({
      name,
      data: [],
      type: name === "id" ? ("STRING" as const) : ("FLOAT" as const),
    }));
    const file = (format: number) =>
      new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata: kvMetadata(format) }));
    await expect(readPredictionLog(save("test.parquet", file(1)))).rejects.toThrow("the log is empty");
    await expect(readPredictionLog(save("test.parquet", file(2)))).rejects.toThrow("format 1, the only one");
  });
});
