import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../lib/core/index.js";
import { fullScenes, makeScenes } from "../../../lib/data/index.js";
import { balancedAccuracy, colourHistogram, ridgeClassifier } from "./shortcut-classifier.js";

const samples = 6000;
const trained = 4000;
const rows = Array.from({ length: samples }, (_, i) => i);
const pictures = (dataset: Dataset) => {
  const { x } = dataset.batch(rows);
  return rows.map((row) => x.subarray(row * 3072, (row + 1) * 3072));
};

/** Balanced accuracy, on images held out, of a linear classifier on simple features of the image. */
function heldOutAccuracy(features: number[][], labels: ArrayLike<number>): number {
  const classify = ridgeClassifier(features.slice(0, trained), Array.from(labels).slice(0, trained));
  return balancedAccuracy(features.slice(trained).map(classify), Array.from(labels).slice(trained));
}

const street = makeScenes(samples, { seed: 11, conditions: { night: 0.1 } });

describe.each<[string, Dataset, readonly string[]]>([
  ["streets with a few nights", street, ["night"]],
  ["the full problem", fullScenes({ samples, imageSize: 32 }), ["night", "fog", "snow"]],
])("who is a person cannot be told, in %s,", (_, scenes, conditions) => {
  const images = pictures(scenes);

  test("from colours: a histogram classifier stays within 4 points of guessing", () => {
    expect(heldOutAccuracy(images.map(colourHistogram), scenes.labels)).toBeLessThan(0.54);
  });

  test("nor from mean luminance, the number of objects, distance, visible share or conditions", () => {
    const names = ["objects", "distance", "visible", ...conditions];
    const columns = names.map((name) => scenes.tags[name]!);
    const features = images.map((image, row) => {
      let luminance = 0;
      for (let i = 0; i < image.length; i++) luminance += image[i]! / 3072 / 255;
      return [luminance, luminance ** 2, ...columns.map((values) => values[row]! / 5)];
    });
    expect(heldOutAccuracy(features, scenes.labels)).toBeLessThan(0.54);
  });
});

test("the same classifier does find what colours do tell: night", () => {
  const isNight = Array.from(street.tags.night!, (severity) => Number(severity > 1));
  expect(heldOutAccuracy(pictures(street).map(colourHistogram), isNight)).toBeGreaterThan(0.8);
});
