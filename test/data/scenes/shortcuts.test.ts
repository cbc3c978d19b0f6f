import { expect, test } from "vitest";
import { makeScenes } from "../../../lib/data/index.js";
import { balancedAccuracy, colourHistogram, ridgeClassifier } from "./shortcut-classifier.js";

const samples = 6000;
const trained = 4000;
const scenes = makeScenes(samples, { seed: 11, conditions: { night: 0.1 } });
const rows = Array.from({ length: samples }, (_, i) => i);
const { x } = scenes.batch(rows);

/** Balanced accuracy, on images held out, of a linear classifier on simple features of the image. */
function heldOutAccuracy(features: number[][], labels: ArrayLike<number>): number {
  const classify = ridgeClassifier(features.slice(0, trained), Array.from(labels).slice(0, trained));
  return balancedAccuracy(features.slice(trained).map(classify), Array.from(labels).slice(trained));
}

const histograms = rows.map((row) => colourHistogram(x.subarray(row * 3072, (row + 1) * 3072)));

test("colours do not tell who is a person: a histogram classifier stays within 4 points of guessing", () => {
  expect(heldOutAccuracy(histograms, scenes.labels)).toBeLessThan(0.54);
});

test("the same classifier does find what colours do tell: night", () => {
  const isNight = Array.from(scenes.tags.night!, (severity) => Number(severity > 1));
  expect(heldOutAccuracy(histograms, isNight)).toBeGreaterThan(0.8);
});

test("nor do mean luminance, the number of objects, distance, visible share or conditions", () => {
  const { objects, distance, visible, night } = scenes.tags;
  const features = rows.map((row) => {
    let luminance = 0;
    for (let i = row * 3072; i < (row + 1) * 3072; i++) luminance += x[i]! / 3072 / 255;
    return [
      luminance,
      luminance ** 2,
      objects![row]!,
      distance![row]! / 10,
      visible![row]!,
      night![row]! / 5,
    ];
  });
  expect(heldOutAccuracy(features, scenes.labels)).toBeLessThan(0.54);
});
