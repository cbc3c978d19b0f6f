import { describe, expect, test } from "vitest";
import { augment, augmentations, makeScenes, augmentations as ops } from "../../../lib/data/index.js";
import { choices } from "./every-op.js";

const names = Object.keys(augmentations).filter((name) => !choices.includes(name));
const make = augmentations as unknown as Record<string, (options: object) => unknown>;

describe("an op", () => {
  test.each(names)("%s refuses an option that it has not", (name) => {
    expect(() => make[name]!({ strenght: 1 })).toThrow("strenght");
  });

  test.each(["flipHorizontal", "invert", "shuffleChannels", "grayscale"])(
    "%s refuses a probability outside 0 … 1",
    (name) => {
      for (const probability of [-0.1, 1.5, Number.NaN, "1"])
        expect(() => make[name]!({ probability })).toThrow(`${name}.probability is ${probability}`);
    },
  );

  test.each([
    ["rotate", { degrees: 181 }, "rotate.degrees is 181"],
    ["rotate", { degrees: [10, -10] }, "rotate.degrees is [10,-10]"],
    ["scale", { by: 0.5 }, "from 1 to 4"],
    ["rotate", { border: "wrap" }, '"reflect", "edge", or a grey'],
    ["gaussianBlur", { sigma: Number.NaN }, "gaussianBlur.sigma is null"],
    ["posterize", { bits: 2.5 }, "whole number from 1 to 8"],
    ["pixelate", { block: [4, 2] }, "pixelate.block is [4,2]"],
    ["mixup", { alpha: -1 }, "mixup.alpha is -1"],
    ["cutout", { holes: 0 }, "whole number"],
  ])("%s %j says what it takes", (name, options, message) => {
    expect(() => make[name]!(options)).toThrow(message);
  });

  test("sometimes refuses a probability that is a percentage, and names the share", () => {
    expect(() => ops.sometimes(30, ops.rotate())).toThrow("pass 0.3");
  });
});

describe("augment", () => {
  const augmented = augment([ops.rotate()]);
  const batch = makeScenes(2).batch([0, 1]);

  test.each([
    ["no ops", () => augment([]), "no ops"],
    ["a name for an op", () => augment(["rotate" as never]), 'got "rotate", at place 0'],
    ["an op that was not called", () => augment([ops.rotate as never]), "call it: rotate()"],
    ["an op that mixes", () => augment([ops.mixup() as never]), "pass it to augmentDataset"],
    ["too few indices", () => augmented(batch, { indices: [0] }), "1 indices for 2 images"],
    ["one image", () => augmented({ ...batch, shape: [64, 32, 3] }, { indices: [0] }), "indices"],
    [
      "a wrong shape",
      () => augmented({ ...batch, shape: [2, 30, 32, 3] }, { indices: [0, 1] }),
      "[batch, height, width, channels], and as many values",
    ],
    [
      "centred floats",
      () => augmented({ x: Float32Array.of(-1), shape: [1, 1, 1, 1] }, { indices: [0] }),
      "before the pixels are centred",
    ],
    [
      "NaN",
      () => augmented({ x: Float32Array.of(Number.NaN), shape: [1, 1, 1, 1] }, { indices: [0] }),
      "the value NaN",
    ],
    ["an epoch below 0", () => augmented(batch, { indices: [0, 1], epoch: -1 }), "epoch is -1"],
    ["a seed that is no number", () => augment([ops.rotate()], { seed: Number.NaN }), "seed is NaN"],
  ])("refuses %s", (_, act, message) => {
    expect(act).toThrow(message);
  });
});
