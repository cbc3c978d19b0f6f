import { describe, expect, test } from "vitest";
import { type ArraysOfData, datasetFromArrays } from "../../../lib/data/index.js";

const good: ArraysOfData = {
  x: Float32Array.of(1, 2, 3, 4, 5, 6),
  shape: [2],
  labels: [0, 1, 1],
  classes: ["no", "yes"],
};

describe("datasetFromArrays({ x, shape, labels, classes })", () => {
  test("gives the rows asked for, copied", () => {
    const data = datasetFromArrays(good);
    const batch = data.batch([2, 0]);
    expect(batch).toEqual({ x: Float32Array.of(5, 6, 1, 2), shape: [2, 2] });
    batch.x[0] = 99;
    expect(data.batch([2]).x[0]).toBe(5);
    expect(data.ids).toEqual(["0", "1", "2"]);
  });

  test("keeps bytes as bytes", () => {
    const data = datasetFromArrays({ ...good, x: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    expect(data.batch([1]).x).toEqual(Uint8Array.of(3, 4));
  });

  test.each<[string, Partial<ArraysOfData>, string]>([
    ["NaN", { x: Float32Array.of(1, 2, 3, Number.NaN, 5, 6) }, "x has NaN in row 1, value 1 of 2."],
    ["Infinity", { x: Float32Array.of(1, 2, 3, 4, Number.POSITIVE_INFINITY, 6) }, "x has Infinity in row 2"],
    ["a label outside the classes", { labels: [0, 1, 2] }, "labels[2] is 2."],
    ["labels counted from 1", { labels: [1, 2, 1] }, "count the classes from 0"],
    ["a negative label", { labels: [0, -1, 1] }, "labels[1] is -1."],
    ["a label between classes", { labels: [0, 0.5, 1] }, "labels[1] is 0.5."],
    ["too few pixels", { x: new Float32Array(5) }, "x has 5 values."],
    ["too few ids", { ids: ["a"] }, "ids has 1 values."],
    ["one id twice", { ids: ["a", "b", "a"] }, 'ids[0] and ids[2] are both "a".'],
    ["a short tag", { tags: { night: new Float32Array(2) } }, "tags.night has 2 values."],
    ["a shape with a zero", { shape: [0] }, "shape is [0]."],
    ["no shape", { shape: undefined as never }, "datasetFromArrays got no shape."],
    ["rows as nested arrays", { x: [[1, 2]] as never }, "x is no Float32Array and no Uint8Array."],
    ["a misspelt option", { label: [1] } as never, 'write "labels" instead of "label".'],
  ])("refuses %s and names the row", (_, change, message) => {
    expect(() => datasetFromArrays({ ...good, ...change })).toThrow(message);
  });
});
