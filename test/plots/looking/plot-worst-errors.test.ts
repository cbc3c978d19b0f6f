import { describe, expect, test } from "vitest";
import { figureToSvg, plotWorstErrors } from "../../../lib/plots/index.js";
import { logOf, textsOf, toned } from "./support.js";

const images = toned([0, 1, 0, 1, 1], { night: [0, 1, 0, 2, 0] });
const log = logOf(images, [0.1, 0.03, 0.8, 0.4, 0.9]);

describe("plotWorstErrors(dataset, log)", () => {
  test("shows the mistakes, worst first, with label, prediction and its probability", () => {
    expect(textsOf(plotWorstErrors(images, log)).slice(2)).toEqual([
      "person →<br>car 0.97",
      "car →<br>person 0.80",
      "person →<br>car 0.60",
    ]);
    expect(plotWorstErrors(images, log, { images: 1 }).drawing).toBe("image-1: person → car 0.97");
  });

  test("finds the images by their names, not by their places", () => {
    const shifted = { ...log, ids: ["image-4", "image-3", "image-2", "image-1", "elsewhere"] };
    expect(plotWorstErrors(images, shifted, { images: 1 }).drawing).toBe("image-3: person → car 0.97");
  });

  test("counts errors and their commonest kind", () => {
    expect(plotWorstErrors(images, log).reading).toBe(
      "3 of 5 images are wrong (60.0 %); 2 of them are person → car.",
    );
  });

  test("names the tag under which errors are commoner than chance explains", () => {
    const many = toned(
      Array.from({ length: 400 }, (_, i) => i % 2),
      { night: Array.from({ length: 400 }, (_, i) => Math.floor(i / 200)), rain: new Array(400).fill(0) },
    );
    const wrongAtNight = logOf(
      many,
      Array.from(many.labels, (label, i) => (i % (i < 200 ? 20 : 4) === 0 ? 1 - label : label)),
    );
    expect(plotWorstErrors(many, wrongAtNight).reading).toContain(
      "under night the error is 25.0 %, elsewhere 5.0 %",
    );
  });

  test("does not name a tag that is the answer itself", () => {
    const many = toned(
      Array.from({ length: 400 }, (_, i) => Math.floor(i / 200)),
      { person: Array.from({ length: 400 }, (_, i) => Math.floor(i / 200)) },
    );
    const missed = logOf(
      many,
      Array.from(many.labels, (label, i) => (label === 1 && i % 2 === 0 ? 0 : label)),
    );
    expect(plotWorstErrors(many, missed).reading).not.toContain("under person");
  });

  test("where all is right, shows what the model is least sure of", () => {
    const figure = plotWorstErrors(images, logOf(images, [0.1, 0.9, 0.4, 0.8, 0.7]), { images: 2 });
    expect(figure.reading).toBe("All 5 images are right; shown are the least sure.");
    expect(figure.drawing).toBe("image-2: car → car 0.60\nimage-4: person → person 0.70");
  });

  test("refuses a log of other images, or of other classes", () => {
    const foreign = { ...log, ids: log.ids.map((id) => `other-${id}`) };
    expect(() => plotWorstErrors(images, foreign)).toThrow("none of them of these images");
    expect(() => plotWorstErrors(images, { ...log, classes: ["person", "car"] })).toThrow(
      "the classes person, car",
    );
    expect(() => plotWorstErrors(images, log, { images: 0 })).toThrow("images is 0");
  });

  test("is the saved picture", async () => {
    await expect(await figureToSvg(plotWorstErrors(images, log))).toMatchFileSnapshot(
      "../output/worst-errors.svg",
    );
  });
});
