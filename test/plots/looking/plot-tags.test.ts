import { describe, expect, test } from "vitest";
import { figureToSvg, plotClassBalance, plotTags } from "../../../lib/plots/index.js";
import { classPanel, largestDifference } from "../../../lib/plots/looking/share-panel.js";
import { ofCounts, toned } from "./support.js";

const repeat = (times: number, values: readonly number[]) =>
  Array.from({ length: times * values.length }, (_, i) => values[i % values.length]!);
const day = toned(repeat(100, [0, 1]), { night: repeat(100, [0, 0]), snow: repeat(100, [0, 0]) });
const half = toned(repeat(100, [0, 1]), { night: repeat(50, [0, 0, 3, 5]), snow: repeat(100, [0, 0]) });

describe("plotClassBalance(splits)", () => {
  test("names the rarest class", () => {
    expect(plotClassBalance({ train: ofCounts(995, 5) }).reading).toBe(
      "The rarest class of train is person: 5 images, 0.5 %, where even shares were 50.0 %.",
    );
  });

  test("says whether splits are alike within chance", () => {
    expect(plotClassBalance({ train: ofCounts(500, 500), test: ofCounts(48, 52) }).reading).toContain(
      "the splits are alike, within chance",
    );
    expect(plotClassBalance({ train: ofCounts(500, 500), test: ofCounts(10, 90) }).reading).toContain(
      "car is 50.0 % of train and 10.0 % of test, which is more than chance",
    );
  });

  test("draws the shares as bars, in the order of the splits", () => {
    const { data, drawing } = plotClassBalance({ train: ofCounts(30, 10), test: ofCounts(5, 5) });
    expect(data.map(({ x }) => x)).toEqual([
      [0.75, 0.25],
      [0.5, 0.5],
    ]);
    expect(drawing).toBe(
      ["class      train      test", "car       75.0 %    50.0 %", "person    25.0 %    50.0 %"].join("\n"),
    );
  });

  test("refuses other classes, no splits, and an empty one", () => {
    const cats = { ...ofCounts(1, 1), classes: ["cat", "dog"] };
    expect(() => plotClassBalance({ a: ofCounts(1, 1), b: cats })).toThrow(
      'a has the classes ["car","person"]',
    );
    expect(() => plotClassBalance({})).toThrow("got 0 splits");
    expect(() => plotClassBalance({ a: ofCounts() })).toThrow("the split a, which is empty");
  });
});

describe("plotTags(splits)", () => {
  test("puts first the tag in which splits differ most, leaves out what never varies, and says both", () => {
    const { data, reading } = plotTags({ train: day, test: half });
    expect(data.map(({ x }) => x)).toEqual([
      [1, 0, 0],
      [0.5, 0.25, 0.25],
    ]);
    expect(reading).toBe(
      "train and test differ most in night: it is 0 for 100.0 % and 50.0 % of the images. The same everywhere: snow.",
    );
  });

  test("finds no difference where there is none but chance", () => {
    const other = {
      ...half,
      tags: { ...half.tags, night: half.tags.night!.map((v, i) => (i < 4 ? 5 - v : v)) },
    };
    expect(plotTags({ a: half, b: other }, { tags: ["night"] }).reading).toBe(
      "The splits are alike in every tag, within chance.",
    );
    expect(plotTags({ all: half }).reading).toBe("2 tags, 1 of them shown. The same everywhere: snow.");
  });

  test("refuses a tag that is not there, and data whose tags say nothing", () => {
    expect(() => plotTags({ half }, { tags: ["nigth"] })).toThrow('write "night"');
    expect(() => plotTags({ day })).toThrow("the tags night, snow, each with one value");
    expect(() => plotTags({ a: ofCounts(1, 1) })).toThrow("data sets without tags");
  });

  test("is the saved picture", async () => {
    await expect(await figureToSvg(plotTags({ train: day, test: half }))).toMatchFileSnapshot(
      "../output/tags.svg",
    );
  });
});

test("largestDifference is false alarm for fewer than one in a hundred pairs of splits that are alike", () => {
  // Two halves of 200 coin flips each, 500 times: a fixed stream of bits, counted by hand-rolled congruence.
  let state = 1;
  const flip = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state < 0 ? 1 : 0;
  };
  const heads = () => Array.from({ length: 200 }, flip).reduce((sum: number, bit) => sum + bit, 0);
  let alarms = 0;
  for (let pair = 0; pair < 500; pair++) {
    const [a, b] = [heads(), heads()];
    const panel = classPanel({ a: ofCounts(200 - a, a), b: ofCounts(200 - b, b) });
    if (largestDifference(panel) !== undefined) alarms++;
  }
  expect(alarms).toBeLessThan(5);
});
