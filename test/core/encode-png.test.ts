import sharp from "sharp";
import { expect, test } from "vitest";
import { encodePng } from "../../lib/core/index.js";

test.each([1, 3, 4])(
  "encodePng(pixels) of %i channels is read back by sharp, pixel by pixel",
  async (channels) => {
    const pixels = Uint8Array.from({ length: channels * 5 * 7 }, (_, i) => (i * 37) % 256);
    const { data, info } = await sharp(encodePng(pixels, 5, 7, { channels, level: 1 }))
      .toColourspace(channels === 1 ? "b-w" : "srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([5, 7, channels]);
    expect(new Uint8Array(data)).toEqual(pixels);
  },
);

test("encodePng(pixels, { channels: 2 }) says which numbers of channels PNG has", () => {
  expect(() => encodePng(new Uint8Array(2), 1, 1, { channels: 2 })).toThrow("images of 2 channels");
});
