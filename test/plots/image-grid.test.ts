import { describe, expect, test } from "vitest";
import type { Dataset } from "../../lib/core/index.js";
import { imageGridPixels } from "../../lib/plots/image-grid/image-grid-pixels.js";
import { figureToSvg, plotImageGrid } from "../../lib/plots/index.js";

/** Images of one colour each: image i is filled with 10·i. */
function plain(size: number, shape = [2, 3, 1]): Dataset {
  const pixels = shape.reduce((a, b) => a * b);
  return {
    ...{
      size,
      shape,
      classes: ["car", "person"],
      labels: Int32Array.from({ length: size }, (_, i) => i % 2),
    },
    ...{ ids: Array.from({ length: size }, (_, i) => String(i)), tags: {} },
    batch: (indices) => ({
      x: Uint8Array.from(
        { length: indices.length * pixels },
        (_, i) => 10 * indices[Math.floor(i / pixels)]!,
      ),
      shape: [indices.length, ...shape],
    }),
  };
}

describe("imageGridPixels(batch, plan)", () => {
  const plan = { columns: 2, rows: 1, tileWidth: 2, tileHeight: 2, gapX: 1, gapY: 1, left: 0 };

  test("puts tiles side by side on white, and enlarges without smoothing", () => {
    const { pixels, width, height } = imageGridPixels({ x: Uint8Array.of(7, 9), shape: [2, 1, 1, 1] }, plan);
    expect([width, height]).toEqual([5, 3]);
    expect([...pixels].filter((_, i) => i % 3 === 0)).toEqual([
      7, 7, 255, 9, 9, 7, 7, 255, 9, 9, 255, 255, 255, 255, 255,
    ]);
  });

  test("keeps red, green and blue, and stretches numbers that are no bytes from black to white", () => {
    const x = Float32Array.of(-1, 0, 1, 1, 1, 1);
    const { pixels } = imageGridPixels({ x, shape: [2, 1, 1, 3] }, plan);
    expect([...pixels.subarray(0, 3)]).toEqual([0, 128, 255]);
  });
});

describe("plotImageGrid(dataset)", () => {
  test("says how many there are of each class, and which range the pixels have", () => {
    const { reading, drawing } = plotImageGrid(plain(10), { indices: [1, 2, 3] });
    expect(reading).toBe("3 images of 2×3 pixels, 1 channel: 2 person, 1 car; pixels from 10 to 30.");
    expect(drawing).toBe("1 person  2 car  3 person");
  });

  test("shows the first 24 with their classes, or what it is told", () => {
    const texts = (figure: { layout: Readonly<Record<string, unknown>> }) =>
      (figure.layout.annotations as { text: string }[]).map(({ text }) => text);
    expect(texts(plotImageGrid(plain(30)))).toHaveLength(25);
    expect(texts(plotImageGrid(plain(2), { captions: ["a", "b"], title: "Worst" }))).toEqual([
      "<b>Worst</b>",
      "a",
      "b",
    ]);
  });

  test("is the saved picture", async () => {
    const figure = plotImageGrid(plain(4, [4, 4, 3]), { columns: 4 });
    await expect(await figureToSvg(figure)).toMatchFileSnapshot("output/image-grid.svg");
  });

  test("refuses samples that are no images, and captions that do not match", () => {
    expect(() => plotImageGrid(plain(2, [12]))).toThrow("samples of shape [12]");
    expect(() => plotImageGrid(plain(2), { captions: ["a"] })).toThrow("2 images and 1 captions");
  });
});
