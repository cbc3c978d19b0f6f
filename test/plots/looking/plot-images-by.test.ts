import { describe, expect, test } from "vitest";
import { figureToSvg, plotImagesBy } from "../../../lib/plots/index.js";
import { tagBins } from "../../../lib/plots/looking/tag-bins.js";
import { textsOf, toned } from "./support.js";

describe("tagBins(values)", () => {
  const sorted = (values: number[]) =>
    tagBins(values).map(({ label, contains }) => [label, values.filter(contains)]);

  test("gives each of a few values its own", () => {
    expect(sorted([2, 0, 0, 5])).toEqual([
      ["0", [0, 0]],
      ["2", [2]],
      ["5", [5]],
    ]);
  });

  test("gives many values six ranges of equal width, and every value one of them", () => {
    const values = Array.from({ length: 100 }, (_, i) => -1 + (i * i) / 2500);
    const bins = tagBins(values);
    expect(bins.map(({ label }) => label)).toEqual([
      "−1 to −0.347",
      "−0.347 to 0.307",
      "0.307 to 0.96",
      "0.96 to 1.61",
      "1.61 to 2.27",
      "2.27 to 2.92",
    ]);
    for (const value of values) expect(bins.filter(({ contains }) => contains(value))).toHaveLength(1);
  });

  test("keeps what is missing apart", () => {
    expect(sorted([1, Number.NaN, 1])).toEqual([
      ["1", [1, 1]],
      ["unknown", [Number.NaN]],
    ]);
  });
});

describe("plotImagesBy(dataset, by)", () => {
  const night = toned([0, 1, 0, 1, 0, 1], { night: [0, 0, 0, 3, 3, 5] });

  test("has a row for each value of a tag, with its number of images, and their classes below", () => {
    const texts = textsOf(plotImagesBy(night, "night"));
    expect(texts[0]).toBe("<b>Images by night</b>");
    expect(texts.slice(1, 7)).toEqual(["car", "person", "car", "person", "car", "person"]);
    expect(texts.slice(7).map((text) => text.replace(/<span.*?>|<\/span>/g, ""))).toEqual([
      "<b>night 0</b><br>3 images",
      "<b>night 3</b><br>2 images",
      "<b>night 5</b><br>1 image",
    ]);
  });

  test("shows no more than fit in a row, others for another seed, and the same for the same", () => {
    const many = toned(new Array<number>(200).fill(0));
    const png = (seed: number) =>
      JSON.stringify(plotImagesBy(many, "label", { columns: 3, seed }).layout.images);
    expect(png(1)).toBe(png(1));
    expect(png(1)).not.toBe(png(2));
    expect(plotImagesBy(many, "label").reading).toBe("200 images: 200 car; the rarest class has 100.0 %.");
  });

  test("says that the classes are mixed alike, where chance explains the rest", () => {
    expect(plotImagesBy(night, "night").reading).toBe(
      "6 images by night: 3 at 0, 2 at 3, 1 at 5; the classes are mixed alike in all of them, within chance.",
    );
  });

  test("says so where a tag gives the class away", () => {
    const labels = Array.from({ length: 200 }, (_, i) => i % 2);
    const told = toned(labels, { fog: labels.map((label, i) => (i < 100 ? 0 : label)) });
    expect(plotImagesBy(told, "fog").reading).toBe(
      "200 images by fog: 150 at 0, 50 at 1; car is 0.0 % of the images at fog 1 and 50.0 % of all: more than chance, so this tag says something of the class.",
    );
  });

  test("names the nearest tag where there is none of that name", () => {
    expect(() => plotImagesBy(night, "nigth")).toThrow('pass "night"');
    expect(() => plotImagesBy({ ...night, shape: [4] }, "night")).toThrow("plotImagesBy shows images only");
  });

  test("is the saved picture", async () => {
    const figure = plotImagesBy(night, "night", { columns: 3 });
    await expect(await figureToSvg(figure)).toMatchFileSnapshot("../output/images-by.svg");
  });
});
