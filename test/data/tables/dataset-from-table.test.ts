import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetWriteFile } from "hyparquet-writer";
import { afterAll, describe, expect, test } from "vitest";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { datasetFromTable, regressionFromTable, streamBatches } from "../../../lib/data/index.js";

const folder = mkdtempSync(join(tmpdir(), "tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

function csv(text: string | Uint8Array, name = "table.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const iris = "id,length,width,species\na,5.1,3.5,setosa\nb,6.2,2.9,virginica\nc,4.9,3,setosa\n";

describe("datasetFromTable(path, { label })", () => {
  test("takes every other column for features, and classes in alphabetical order", async () => {
    const data = await datasetFromTable(csv(iris), { label: "species", id: "id" });
    expect(data.batch([1])).toEqual({ x: Float32Array.of(6.2, 2.9), shape: [1, 2] });
    expect(data.classes).toEqual(["setosa", "virginica"]);
    expect([Array.from(data.labels), data.ids]).toEqual([
      [0, 1, 0],
      ["a", "b", "c"],
    ]);
  });

  test("takes named features, classes in a given order, and tags that the model does not see", async () => {
    const options = {
      label: "species",
      features: ["width"],
      tags: ["length"],
      classes: ["virginica", "setosa"],
    };
    const data = await datasetFromTable(csv(iris), options);
    expect(data.shape).toEqual([1]);
    expect(data.tags.length).toEqual(Float32Array.of(5.1, 6.2, 4.9));
    expect(Array.from(data.labels)).toEqual([1, 0, 1]);
  });

  test("makes a feature of each name in a column of categories, in alphabetical order", async () => {
    const text = "size,colour,y\n1,red,a\n2,blue,b\n3,red,a\n";
    const data = await datasetFromTable(csv(text), { label: "y", categories: ["colour"] });
    expect(data.batch([0, 1])).toEqual({ x: Float32Array.of(1, 0, 1, 2, 1, 0), shape: [2, 3] });
  });

  test("takes the names of a category as listed, so that two files have the same features", async () => {
    const categories = { colour: ["red", "green", "blue"] };
    const data = await datasetFromTable(csv("size,colour,y\n1,blue,a\n"), { label: "y", categories });
    expect(data.batch([0])).toEqual({ x: Float32Array.of(1, 0, 0, 1), shape: [1, 4] });
  });

  test.each([
    ["semicolons and Windows' line ends", "x;y\r\n1;a\r\n2;b\r\n"],
    ["tabs", "x\ty\n1\ta\n2\tb\n"],
    ["a byte-order mark, quotes and no last line end", '\ufeffx,y\n"1","a"\n2,"b"'],
    ["scientific notation", "x,y\n1e0,a\n.2E+1,b\n"],
  ])("reads %s", async (_, text) => {
    const data = await datasetFromTable(csv(text), { label: "y" });
    expect([Array.from(data.batch([0, 1]).x), data.classes]).toEqual([
      [1, 2],
      ["a", "b"],
    ]);
  });

  test("puts numbers that name classes in order of size", async () => {
    const data = await datasetFromTable(csv("x,y\n1,10\n2,9\n"), { label: "y" });
    expect(data.classes).toEqual(["9", "10"]);
  });

  test("leaves rows with a missing value out where it is told to", async () => {
    const text = "x,y\n1,a\n,b\nNA,a\n4,\n5,b\n";
    const data = await datasetFromTable(csv(text), { label: "y", missing: "drop" });
    expect([Array.from(data.batch([0, 1]).x), data.ids]).toEqual([
      [1, 5],
      ["0", "4"],
    ]);
  });

  test("reads Parquet, with whole numbers of 64 bits, truth values and gaps", async () => {
    const filename = join(folder, "table.parquet");
    parquetWriteFile({
      filename,
      columnData: [
        { name: "big", data: [1n, 2n, 3n], type: "INT64" },
        { name: "flag", data: [true, false, null], type: "BOOLEAN" },
        { name: "kind", data: ["p", "q", "p"], type: "STRING" },
      ],
    });
    const data = await datasetFromTable(filename, { label: "kind", missing: "drop" });
    expect(Array.from(data.batch([0, 1]).x)).toEqual([1, 1, 2, 0]);
    await expect(datasetFromTable(filename, { label: "kind" })).rejects.toThrow(
      'row 2, column "flag": no value',
    );
  });

  test("is streamed in worker threads", async () => {
    const data = await datasetFromTable(csv(iris, "streamed.csv"), { label: "species", id: "id" });
    for await (const batch of streamBatches(data, { workers: 1, shuffle: false }))
      expect([batch.x, batch.labels]).toEqual([data.batch([0, 1, 2]).x, data.labels]);
  });

  test.each(Array.from({ length: 15 }, (_, i) => i))(
    "gives back the numbers of any table (draw %i)",
    async (draw) => {
      const random = randomSource(draw, "tables");
      const [rows, columns] = [1 + integerBelow(30, random), 1 + integerBelow(5, random)];
      const numbers = Array.from({ length: rows * columns }, () =>
        Math.fround((random() - 0.5) * 10 ** integerBelow(30, random)),
      );
      const separator = [",", ";", "\t"][integerBelow(3, random)]!;
      const quote = (text: string) => (random() < 0.3 ? `"${text}"` : text);
      const names = [...Array.from({ length: columns }, (_, k) => `column ${k}`), 'the "class"'];
      const lines = Array.from({ length: rows }, (_, row) =>
        [...numbers.slice(row * columns, (row + 1) * columns).map(String), row % 2 ? "odd" : "even, or so"]
          .map((cell) => (/[,;\t]/.test(cell) ? `"${cell}"` : quote(cell)))
          .join(separator),
      );
      const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(separator);
      const path = csv([header, ...lines].join(draw % 2 ? "\n" : "\r\n"));
      const data = await datasetFromTable(path, { label: 'the "class"' });
      expect(Array.from(data.batch(Array.from({ length: rows }, (_, i) => i)).x)).toEqual(numbers);
      expect(
        data.labels.every((label, row) => data.classes[label] === (row % 2 ? "odd" : "even, or so")),
      ).toBe(true);
    },
  );

  test.each<[string, string, object, string]>([
    ["text among numbers", "x,y\n1,a\ntwo,b\n", {}, 'row 1 (line 3), column "x" is "two"'],
    ["a comma in a number", 'x;y\n"1,5";a\n', {}, "write it with a point: 1.5"],
    ["a number with a unit", "x,y\n3 kg,a\n", {}, 'column "x" is "3 kg"'],
    ["an infinite number", "x,y\nInfinity,a\n", {}, 'column "x" is "Infinity"'],
    ["a missing value", "x,y\n1,a\n,b\n", {}, 'row 1 (line 3), column "x": no value'],
    ["a missing class", "x,y\n1,a\n2,\n", {}, 'row 1 (line 3), column "y": no value'],
    ["a row cut short", "x,z,y\n1,2,a\n1,", {}, "row 1 (line 3) has 2 fields"],
    ["a row that is too long", "x,y\n1,a,b\n", {}, "row 0 (line 2) has 3 fields"],
    ["quotes that do not end", 'x,y\n1,"a\n', {}, "does not end"],
    ["a column that is not there", iris, { label: "spezies" }, 'write "species" instead of "spezies"'],
    ["a column that is there twice", "x,x,y\n1,2,a\n", {}, 'column 2 is called "x", as another is'],
    ["a column without a name", ",x,y\n0,1,a\n", {}, "column 1 is without a name"],
    ["the answer among the features", "x,y\n1,a\n", { features: ["x", "y"] }, "which is to be predicted"],
    ["no features", "y\na\n", {}, "leaves no column for features"],
    ["an unknown class", "x,y\n1,a\n2,c\n", { classes: ["a", "b"] }, 'row 1 (line 3), column "y" is "c"'],
    ["a header alone", "x,y\n", {}, "has no rows"],
    ["an empty file", "", {}, "is empty"],
    ["text that is not UTF-8", "x,y\n1,\xff\n", {}, "is no text in UTF-8"],
    ["another way with gaps", "x,y\n1,a\n", { missing: "mean" }, 'one of "drop", "refuse"'],
    ["categories that are no feature", "x,y\n1,a\n", { categories: ["y"] }, 'categories names "y"'],
    [
      "a name not listed",
      "x,y\nred,a\n",
      { categories: { x: ["blue"] } },
      'row 0 (line 2), column "x" is "red"',
    ],
    [
      "names that never come back",
      `x,y\n${Array.from({ length: 200 }, (_, i) => `n${i},a`).join("\n")}`,
      { categories: ["x"] },
      "has 200 names in 200 rows",
    ],
    ["a misspelt option", "x,y\n1,a\n", { feature: ["x"] }, 'write "features"'],
  ])("refuses %s", async (_, text, options, message) => {
    const path = csv(Buffer.from(text, text.includes("\xff") ? "latin1" : "utf8"));
    await expect(datasetFromTable(path, { label: "y", ...options } as never)).rejects.toThrow(message);
  });

  test.each([
    ["nothing.csv", "there is no file"],
    [".", "is a folder"],
    ["whole.xlsx", "is a file of another kind"],
    ["cut.parquet", "is cut short"],
    ["text.parquet", "is no Parquet file"],
  ])("refuses the file %s: %s", async (name, message) => {
    csv("PK", "whole.xlsx");
    csv("PAR1 and then nothing more", "cut.parquet");
    csv("x,y\n1,a\n", "text.parquet");
    await expect(datasetFromTable(join(folder, name), { label: "y" })).rejects.toThrow(message);
  });
});

describe("regressionFromTable(path, { target })", () => {
  test("takes one column or several as numbers to predict", async () => {
    const path = csv("rooms,price,rent\n3,100,1\n4,150.5,2\n");
    const one = await regressionFromTable(path, { target: "price", features: ["rooms"] });
    expect([one.targetNames, one.targets]).toEqual([["price"], Float32Array.of(100, 150.5)]);
    const two = await regressionFromTable(path, { target: ["rent", "price"] });
    expect(two.targets).toEqual(Float32Array.of(1, 100, 2, 150.5));
    expect(two.batch([1]).x).toEqual(Float32Array.of(4));
  });

  test("refuses a text among the targets", async () => {
    const path = csv("rooms,price\n3,cheap\n");
    await expect(regressionFromTable(path, { target: "price" })).rejects.toThrow('column "price" is "cheap"');
  });
});
