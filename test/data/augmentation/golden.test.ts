import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { resize } from "../../../lib/data/augmentation/geometry/crop-and-resize.js";
import { warpPerspective } from "../../../lib/data/augmentation/geometry/perspective.js";
import { type Image, makeImage } from "../../../lib/data/augmentation/support/image.js";
import { augment, augmentations as ops } from "../../../lib/data/index.js";

// What OpenCV, Pillow and albumentations make of the same picture: see make-golden.py for the calls and versions.
const golden = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")) as Record<
  string,
  string
> & { height: number; width: number };
const { height, width } = golden;
const bytesOf = (name: string): Uint8Array => Uint8Array.from(Buffer.from(golden[name]!, "base64"));
const picture = bytesOf("picture");
const always = { probability: 1 };
const exactly = (value: number) => [value, value] as const;

function made(op: Parameters<typeof augment>[0][number], x: Uint8Array | Float32Array): ArrayLike<number> {
  return augment([op])({ x, shape: [1, height, width, 3] }, { indices: [0] }).x;
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>, rows: readonly number[]): number {
  const row = width * 3;
  let most = 0;
  for (const y of rows)
    for (let at = y * row; at < (y + 1) * row; at++) most = Math.max(most, Math.abs(a[at]! - b[at]!));
  return most;
}

/** The op, what the other library calls its result, and how many of 255 shades they may differ by. */
const cases = [
  ["flipHorizontal", ops.flipHorizontal(always), 0],
  ["flipVertical", ops.flipVertical(always), 0],
  ["halfTurn", ops.quarterTurn({ turns: [2] }), 0],
  ["rotate 20 black", ops.rotate({ degrees: exactly(20), border: 0 }), 1],
  ["rotate 20 reflect", ops.rotate({ degrees: exactly(20), border: "reflect" }), 1],
  ["rotate 20 edge", ops.rotate({ degrees: exactly(20), border: "edge" }), 1],
  ["scale 1.5", ops.scale({ by: exactly(1.5), border: 0 }), 1],
  ["shear 10", ops.shear({ x: exactly(10), border: 0 }), 1],
  ["shift", ops.shift({ x: exactly(0.1), y: exactly(-0.2) }), 1],
  [
    "affine",
    ops.affine({
      ...{ degrees: exactly(20), scale: exactly(1.5), shear: exactly(10), shift: 0, border: 0 },
    }),
    1,
  ],
  ["brightness 1.3", ops.brightness({ by: exactly(0.3) }), 1],
  ["contrast 0.6", ops.contrast({ by: exactly(-0.4) }), 1],
  ["saturation 0.4", ops.saturation({ by: exactly(-0.6) }), 1],
  ["hue 50", ops.hue({ degrees: exactly(50) }), 1],
  ["hue -120", ops.hue({ degrees: exactly(-120) }), 1],
  ["gamma 2", ops.gamma({ exponent: exactly(2) }), 1],
  ["solarize 0.4", ops.solarize({ by: exactly(0.4) }), 0],
  ["posterize 3", ops.posterize({ bits: [3, 3] }), 0],
  ["invert", ops.invert(always), 0],
  ["equalize", ops.equalize(always), 1],
  ["gaussianBlur 1", ops.gaussianBlur({ sigma: exactly(1) }), 1],
  ["motionBlur 5", ops.motionBlur({ length: exactly(5), degrees: 0 }), 1],
  ["pixelate 4", ops.pixelate({ block: exactly(4) }), 1],
] as const;

describe("beside OpenCV, Pillow and SciPy", () => {
  const everyRow = Array.from({ length: height }, (_, y) => y);

  test.each(cases)("%s gives their bytes, to within the rounding of a shade", (name, op, tolerance) => {
    expect(greatestDifference(made(op, picture), bytesOf(name), everyRow)).toBeLessThanOrEqual(tolerance);
  });

  test.each(cases)("%s gives the same shares of floats", (name, op, tolerance) => {
    const floats = Float32Array.from(picture, (byte) => byte / 255);
    const shades = Array.from(made(op, floats), (value) => value * 255);
    expect(greatestDifference(shades, bytesOf(name), everyRow)).toBeLessThanOrEqual(tolerance + 0.51);
  });

  test("sharpen gives Pillow's bytes, save at the edge, which Pillow leaves", () => {
    const sharpened = made(ops.sharpen({ by: exactly(2) }), picture);
    const inner = everyRow.slice(1, -1);
    const expected = bytesOf("sharpen 2");
    for (const y of inner)
      for (let at = y * width * 3 + 3; at < (y + 1) * width * 3 - 3; at++)
        expect(Math.abs(sharpened[at]! - expected[at]!)).toBeLessThanOrEqual(2); // Pillow rounds the smoothing
  });

  test("grayscale gives OpenCV's grey in all three channels", () => {
    const grey = made(ops.grayscale(always), picture);
    const expected = bytesOf("grayscale");
    for (let at = 0; at < picture.length; at++)
      expect(Math.abs(grey[at]! - expected[Math.floor(at / 3)]!)).toBeLessThanOrEqual(1);
  });

  test("autocontrast gives Pillow's bytes", () => {
    const dull = picture.map((byte) => (byte >> 1) + 30);
    const stretched = made(ops.autocontrast(always), dull);
    expect(greatestDifference(stretched, bytesOf("autocontrast"), everyRow)).toBeLessThanOrEqual(1);
  });

  // These two draw places, so what they draw with is tried with a place that is known.
  const drawn = (draw: (from: Image, to: Image) => void): ArrayLike<number> => {
    const from = makeImage([height, width, 3], "bytes");
    const to = makeImage([height, width, 3], "bytes");
    from.pixels.set(picture);
    draw(from, to);
    return to.pixels;
  };

  test("perspective gives OpenCV's bytes for the same four corners", () => {
    const corners = [
      ...[[0.1, 0.05] as const, [0.9, 0.1] as const, [1, 0.9] as const, [0.05, 1] as const],
    ] as unknown as Parameters<typeof warpPerspective>[2];
    const seen = drawn((from, to) => warpPerspective(from, to, corners, "reflect"));
    expect(greatestDifference(seen, bytesOf("perspective"), everyRow)).toBeLessThanOrEqual(1);
  });

  test("cropAndResize enlarges as OpenCV does", () => {
    const left = drawn((from, to) => resize(from, to, [0, 0, 0.5, 1]));
    const expected = bytesOf("resize left half");
    for (let y = 0; y < height; y++)
      for (
        let at = y * width * 3;
        at < ((y + 1) * width - 1) * 3;
        at++ // the last column looks beyond the half
      )
        expect(Math.abs(left[at]! - expected[at]!)).toBeLessThanOrEqual(1);
  });
});
