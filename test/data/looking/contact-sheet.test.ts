import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  contactSheet,
  datasetFromArrays,
  imageToDataUri,
  imageToPng,
  makeScenes,
} from "../../../lib/data/index.js";

/** Four grey images of 2 × 2 pixels, each of one tone. */
const tones = (x: Uint8Array | Float32Array) =>
  datasetFromArrays({ x, shape: [2, 2, 1], labels: [0, 0, 0, 0], classes: ["grey"] });
const bytes = tones(Uint8Array.from({ length: 16 }, (_, i) => Math.floor(i / 4) * 10));

describe("contactSheet(dataset, indices)", () => {
  test("lays images out row by row, with white between them", () => {
    const { pixels, width, height } = contactSheet(bytes, [1, 2, 3], { columns: 2, gap: 1 });
    expect([width, height]).toEqual([5, 5]);
    const red = Array.from({ length: 25 }, (_, i) => pixels[i * 3]);
    // biome-ignore format: the picture
    expect(red).toEqual([
      10, 10, 255, 20, 20,
      10, 10, 255, 20, 20,
      255, 255, 255, 255, 255,
      30, 30, 255, 255, 255,
      30, 30, 255, 255, 255,
    ]);
  });

  test("enlarges without blur", () => {
    const { pixels, width, height } = contactSheet(bytes, [3], { scale: 3 });
    expect([width, height]).toEqual([6, 6]);
    expect(new Set(pixels)).toEqual(new Set([30]));
  });

  test("stretches numbers to the whole range of tones", () => {
    const floats = tones(Float32Array.from({ length: 16 }, (_, i) => Math.floor(i / 4) - 1));
    const { pixels } = contactSheet(floats, [0, 3], { gap: 0 });
    expect(new Set(pixels)).toEqual(new Set([0, 255]));
  });

  test("keeps colours in their channels", () => {
    const scenes = makeScenes(3, { imageSize: 16 });
    expect(contactSheet(scenes, [2]).pixels).toEqual(scenes.batch([2]).x);
  });

  test("refuses what is no image, and no indices", () => {
    const table = datasetFromArrays({ x: new Float32Array(2), shape: [2], labels: [0], classes: ["a"] });
    expect(() => contactSheet(table, [0])).toThrow("samples of shape [2].");
    expect(() => contactSheet(bytes, [])).toThrow("got no indices");
  });
});

test("imageToPng and imageToDataUri give the same picture back", async () => {
  const sheet = contactSheet(makeScenes(4), [0, 1, 2, 3]);
  const { data, info } = await sharp(await imageToPng(sheet))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([sheet.width, sheet.height]);
  expect(new Uint8Array(data)).toEqual(sheet.pixels);
  expect(await imageToDataUri(sheet)).toMatch(/^data:image\/png;base64,iVBOR/);
});
