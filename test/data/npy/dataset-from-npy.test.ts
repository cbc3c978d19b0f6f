import { mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  datasetFromNpy,
  datasetFromNpz,
  splitDataset,
  streamBatches,
  writeNpy,
} from "../../../lib/data/index.js";

const fixture = (name: string) => join("test/data/npy/fixtures", name);
const folder = mkdtempSync(join(tmpdir(), "npy-data-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Five samples of two numbers, on disk. */
async function fiveRows(name: string, values: Float32Array | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeNpy(path, values, [5, 2]);
  return path;
}

describe("datasetFromNpy(path, { labels })", () => {
  test("reads the rows that a batch asks for; bytes stay bytes", async () => {
    const path = await fiveRows(
      "bytes.npy",
      Uint8Array.from({ length: 10 }, (_, i) => i),
    );
    const data = await datasetFromNpy(path, { labels: [0, 1, 0, 1, 1], classes: ["cat", "dog"] });
    expect(data.batch([4, 0, 4])).toEqual({ x: Uint8Array.of(8, 9, 0, 1, 8, 9), shape: [3, 2] });
    expect(data.classes).toEqual(["cat", "dog"]);
  });

  test("takes labels from a file of numbers or of names, and samples of another shape", async () => {
    await writeNpy(join(folder, "y.npy"), Int32Array.of(2, 0));
    const data = await datasetFromNpy(fixture("f4.npy"), { labels: join(folder, "y.npy"), shape: [3, 1] });
    expect([data.shape, data.classes]).toEqual([
      [3, 1],
      ["0", "1", "2"],
    ]);
    expect(Array.from(data.batch([1]).x)).toEqual([0.75, 1, 1.25]);
  });

  test("is streamed in worker threads, its splits too", async () => {
    const path = await fiveRows(
      "streamed.npy",
      Float32Array.from({ length: 10 }, (_, i) => i / 2),
    );
    const { part } = splitDataset(await datasetFromNpy(path, { labels: [0, 1, 0, 1, 1] }), {
      counts: { part: 3 },
    });
    for await (const batch of streamBatches(part, { workers: 1, shuffle: false }))
      expect(batch.x).toEqual(part.batch([0, 1, 2]).x);
  });

  test("names the row of a number that is not finite, and a file that has shrunk", async () => {
    const values = Float32Array.from({ length: 10 }, (_, i) => (i === 7 ? Number.NaN : i));
    const path = await fiveRows("nan.npy", values);
    const data = await datasetFromNpy(path, { labels: [0, 1, 0, 1, 1] });
    expect(() => data.batch([0, 3])).toThrow("NaN in row 3, value 1 of 2");
    truncateSync(path, 140);
    expect(() => data.batch([4])).toThrow("ends before byte");
  });

  test.each<[string, string, object, string]>([
    ["too few labels", "f4.npy", { labels: [1] }, "has 2 samples, labels has 1 labels"],
    ["labels that are no whole numbers", "f4.npy", { labels: [0.5, 1] }, "label 0.5 in row 0"],
    ["labels above the classes", "f4.npy", { labels: [0, 1], classes: ["a"] }, "labels[1] is 1"],
    ["a shape of another size", "f4.npy", { labels: [0, 1], shape: [4] }, "a shape of 3 numbers"],
    ["Fortran's order", "u1-fortran.npy", { labels: [0, 1] }, "ascontiguousarray"],
    ["texts", "text.npy", { labels: [0, 1, 0] }, "has texts"],
    ["one-hot labels", "f4.npy", { labels: fixture("i8.npy") }, "argmax"],
    ["a misspelt option", "f4.npy", { label: [0, 1] }, 'write "labels"'],
  ])("refuses %s", async (_, name, options, message) => {
    await expect(datasetFromNpy(fixture(name), options as never)).rejects.toThrow(message);
  });
});

describe("datasetFromNpz(path)", () => {
  test("takes the arrays x and y, and names of classes", async () => {
    const data = await datasetFromNpz(fixture("compressed.npz"), { shape: [2, 2, 1] });
    expect(data.batch([1])).toEqual({ x: Uint8Array.of(4, 5, 6, 7), shape: [1, 2, 2, 1] });
    expect([Array.from(data.labels), data.classes]).toEqual([
      [1, 0, 1],
      ["a", "b"],
    ]);
  });

  test.each<[object, string]>([
    [{ x: "images" }, 'has no array "images"'],
    [{ classes: ["b"] }, 'label "a" in row 1'],
    [{ x: "y", labels: "y" }, "has texts"],
  ])("refuses %j", async (options, message) => {
    await expect(datasetFromNpz(fixture("compressed.npz"), options)).rejects.toThrow(message);
  });
});
