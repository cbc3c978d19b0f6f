import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { augment, datasetFromArrays, augmentations as ops } from "../../../lib/data/index.js";

const recipe = [
  ops.flipHorizontal(),
  ops.affine(),
  ops.colourJitter(),
  ops.sometimes(0.5, ops.gaussianBlur({ sigma: 1.5 })),
  ops.oneOf([ops.rain(), ops.snow(), ops.fog()]),
  ops.gamma(),
  ops.gaussianNoise(),
];
const pixels = 24 * 24 * 3;
/** Waves, a different one in each picture and channel: arithmetic in whole numbers, so that they are the same for ever. */
const waves = datasetFromArrays({
  x: Uint8Array.from({ length: 24 * pixels }, (_, at) => {
    const [sample, y, x, c] = [at / pixels, (at / 72) % 24, (at / 3) % 24, at % 3].map(
      Math.floor,
    ) as number[];
    return (x! * (5 + 3 * c!) + y! * (9 - 2 * c!) + 31 * sample!) % 256;
  }),
  shape: [24, 24, 3],
  labels: new Uint8Array(24),
  classes: ["waves"],
});

describe("augment(ops, { seed })", () => {
  const augmented = augment(recipe, { seed: 3 });

  test("gives a sample the same bytes whatever else is in the batch", () => {
    const all = Array.from({ length: 24 }, (_, i) => i);
    const together = augmented(waves.batch(all), { indices: all, epoch: 2 }).x;
    const few = [17, 3, 3];
    const apart = augmented(waves.batch(few), { indices: few, epoch: 2 }).x;
    for (const [row, index] of few.entries())
      expect(apart.subarray(row * pixels, (row + 1) * pixels)).toEqual(
        together.subarray(index * pixels, (index + 1) * pixels),
      );
  });

  test("gives other bytes for another seed, another epoch, another sample", () => {
    const image = waves.batch([5]);
    const { x } = augmented(image, { indices: [5] });
    expect(augmented(image, { indices: [5], epoch: 1 }).x).not.toEqual(x);
    expect(augmented(image, { indices: [6] }).x).not.toEqual(x);
    expect(augment(recipe, { seed: 4 })(image, { indices: [5] }).x).not.toEqual(x);
  });

  test("leaves the batch that it was given as it was", () => {
    const batch = waves.batch([1, 2]);
    augmented(batch, { indices: [1, 2] });
    expect(batch.x).toEqual(waves.batch([1, 2]).x);
  });

  test("gives the bytes of this hash, on every platform and Node version", () => {
    const indices = [0, 7, 23];
    const { x } = augmented(waves.batch(indices), { indices, epoch: 1 });
    expect(createHash("sha256").update(x).digest("hex")).toBe(
      "ccade29a715b2da8ee9ea3daed22401a63d79f17c69e325fd0584e28ed5a8aa8",
    );
  });

  test("takes images from the middle of a larger array", () => {
    const { x, shape } = waves.batch([4]);
    const within = new Uint8Array(x.length + 3);
    within.set(x, 3);
    const view = within.subarray(3);
    expect(augmented({ x: view, shape }, { indices: [4] }).x).toEqual(
      augmented({ x, shape }, { indices: [4] }).x,
    );
  });
});

describe("sometimes(probability, op)", () => {
  test("applies the op to that share of the images", () => {
    const op = augment([ops.sometimes(0.25, ops.invert({ probability: 1 }))]);
    const indices = Array.from({ length: 2000 }, (_, i) => i);
    const { x } = op({ x: new Uint8Array(2000), shape: [2000, 1, 1, 1] }, { indices });
    const inverted = Array.from(x).filter((value) => value === 255).length;
    expect(Math.abs(inverted - 500)).toBeLessThan(4 * Math.sqrt(2000 * 0.25 * 0.75));
  });
});

describe("oneOf(ops)", () => {
  test("applies one of the ops to each image, each about as often", () => {
    const to = (grey: number) => ops.cutout({ side: [1, 1], holes: 32, fill: grey });
    const op = augment([ops.oneOf([to(0.2), to(0.4), to(0.6)])]);
    const indices = Array.from({ length: 3000 }, (_, i) => i);
    const { x } = op({ x: new Uint8Array(3000), shape: [3000, 1, 1, 1] }, { indices });
    for (const grey of [51, 102, 153]) {
      const count = Array.from(x).filter((value) => value === grey).length;
      expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(3000 * (1 / 3) * (2 / 3)));
    }
  });
});
