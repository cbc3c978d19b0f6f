import { describe, expect, test } from "vitest";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import {
  type Augmentation,
  augmentations,
  augmentDataset,
  datasetFromArrays,
} from "../../../lib/data/index.js";
import { choices, everyOp } from "./every-op.js";

type Shape = readonly [height: number, width: number, channels: number];

/** Sixteen pictures of random values, as bytes or as floats. */
function pictures([height, width, channels]: Shape, kind: "bytes" | "floats") {
  const random = randomSource(1, "pictures", height, width);
  const bytes = Uint8Array.from({ length: 16 * height * width * channels }, () => integerBelow(256, random));
  return datasetFromArrays({
    x: kind === "bytes" ? bytes : Float32Array.from(bytes, (byte) => byte / 255),
    shape: [height, width, channels],
    labels: Array.from({ length: 16 }, (_, i) => i % 2),
    classes: ["even", "odd"],
  });
}

const all = Array.from({ length: 16 }, (_, i) => i);
const through = (op: Augmentation, shape: Shape, kind: "bytes" | "floats" = "bytes", epoch = 0) =>
  augmentDataset(pictures(shape, kind), [op], { seed: 5, epoch }).batch(all);

test("there are at least 25 ops, and each of them is tried here", () => {
  const names = Object.keys(augmentations).filter((name) => !choices.includes(name));
  expect(names.length).toBeGreaterThanOrEqual(25);
  expect(everyOp.map(({ name }) => name).sort()).toEqual(names.sort());
});

describe.each(everyOp)("$name", ({ strong, none, colour }) => {
  test("changes the picture, and at zero strength does not", () => {
    const before = pictures([9, 9, 3], "bytes").batch(all).x;
    expect(through(strong, [9, 9, 3]).x).not.toEqual(before);
    expect(through(none, [9, 9, 3]).x).toEqual(before);
  });

  test("at zero strength changes floats by no more than their rounding", () => {
    const before = pictures([9, 9, 3], "floats").batch(all).x;
    const after = through(none, [9, 9, 3], "floats").x;
    expect(after.every((value, at) => Math.abs(value - before[at]!) < 1 / 255 / 2)).toBe(true);
  });

  test("repeats itself for the same seed and epoch, and not in another epoch", () => {
    const { x } = through(strong, [9, 9, 3]);
    expect(through(strong, [9, 9, 3]).x).toEqual(x);
    const alwaysTheSame = ["flip", "quarter", "equalize", "autocontrast", "invert", "grayscale"];
    if (alwaysTheSame.some((name) => strong.name.startsWith(name))) return;
    expect(through(strong, [9, 9, 3], "bytes", 1).x).not.toEqual(x);
  });

  test.each([
    [9, 9, 3],
    [8, 12, 3],
    [7, 5, 1],
    [1, 1, 3],
    [1, 6, 4],
  ] as const)("keeps shape and range on %i × %i × %i, in bytes and in floats", (...shape) => {
    if (colour && shape[2] !== 3) {
      expect(() => through(strong, shape)).toThrow("red, green and blue");
      return;
    }
    const bytes = through(strong, shape);
    expect(bytes.shape).toEqual([16, ...shape]);
    expect(bytes.x).toBeInstanceOf(Uint8Array);
    const floats = through(strong, shape, "floats");
    expect(floats.x).toBeInstanceOf(Float32Array);
    expect(floats.x.length).toBe(bytes.x.length);
    expect(floats.x.every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  test("does the same to floats as to bytes", () => {
    const bytes = through(strong, [8, 12, 3]).x;
    const floats = through(strong, [8, 12, 3], "floats").x;
    const far = Array.from(bytes).filter((byte, at) => Math.abs(floats[at]! * 255 - byte) > 4).length;
    expect(far / bytes.length).toBeLessThan(0.02); // a threshold may fall between a float and its byte
  });
});
