import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../lib/core/index.js";
import { datasetFromArrays, labelAgreement, augmentations as ops } from "../../../lib/data/index.js";

const always = { probability: 1 };

/** Sixty pictures of 4 × 4, bright on the left or on the right. */
const arrows = datasetFromArrays({
  x: Uint8Array.from({ length: 60 * 16 }, (_, at) => (at % 4 < 2 === Math.floor(at / 16) % 2 < 1 ? 200 : 50)),
  shape: [4, 4, 1],
  labels: Array.from({ length: 60 }, (_, i) => i % 2),
  classes: ["left", "right"],
});

/** Which half is the brighter. */
const judge = (images: Dataset): number[] =>
  Array.from({ length: images.size }, (_, i) => {
    const x = Array.from(images.batch([i]).x);
    const sum = (columns: readonly number[]) =>
      x.reduce((total, value, at) => total + (columns.includes(at % 4) ? value : 0), 0);
    return sum([0, 1]) > sum([2, 3]) ? 0 : 1;
  });

describe("labelAgreement(dataset, ops, { judge })", () => {
  test("finds the op after which the pictures show another class, and not those that let it be", async () => {
    const rows = await labelAgreement(
      arrows,
      [ops.flipHorizontal(always), ops.flipVertical(always), ops.brightness(), ops.invert(always)],
      { judge, tolerance: 0.1 },
    );
    expect(rows.map(({ op, verdict, errorAfter }) => [op, verdict, errorAfter])).toEqual([
      ["flipHorizontal", "broken", 1],
      ["flipVertical", "kept", 0],
      ["brightness", "kept", 0],
      ["invert", "broken", 1],
    ]);
  });

  test("names the samples that were lost, by their index in the data set", async () => {
    const op = ops.sometimes(0.5, ops.flipHorizontal(always));
    const [row] = await labelAgreement(arrows, [op], { judge, samples: 20, seed: 3 });
    expect(row!.lost.length).toBe(row!.errorAfter * 20);
    expect(row!.lost.length).toBeGreaterThan(0);
    expect(row!.lost.length).toBeLessThan(20);
    expect(row!.added.estimate).toBe(row!.errorAfter);
    expect(row!.lost.every((index) => Number.isInteger(index) && index >= 0 && index < 60)).toBe(true);
  });

  test("is unclear where the judge knows nothing, and where few samples leave the question open", async () => {
    const ignorant = async (images: Dataset) => new Int32Array(images.size);
    const [blind] = await labelAgreement(arrows, [ops.brightness()], { judge: ignorant });
    expect(blind!.verdict).toBe("unclear");
    const [few] = await labelAgreement(arrows, [ops.flipVertical(always)], { judge, samples: 5 });
    expect(few!.verdict).toBe("unclear");
  });

  test("refuses a judge that answers for too few, ops that mix labels, more samples than there are", async () => {
    const check = (op: object, options: object) =>
      labelAgreement(arrows, [op as never], { judge, ...options });
    await expect(check(ops.invert(), { judge: () => [0] })).rejects.toThrow("1 answers for 60 images");
    await expect(check(ops.mixup(), {})).rejects.toThrow("mixup, which mixes labels");
    await expect(check(ops.invert(), { samples: 61 })).rejects.toThrow("from 1 to 60");
    await expect(check(ops.invert(), { tolerance: 2 })).rejects.toThrow("tolerance is 2");
  });
});
