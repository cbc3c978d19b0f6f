import { describe, expect, test } from "vitest";
import { bayesError, datasetFromArrays, makeScenes } from "../../lib/data/index.js";

const withPosterior = (bayesPosterior: number[]) =>
  datasetFromArrays({
    x: new Uint8Array(bayesPosterior.length),
    shape: [1],
    labels: bayesPosterior.map(() => 0),
    classes: ["no", "yes"],
    tags: { bayesPosterior: Float32Array.from(bayesPosterior) },
  });

describe("bayesError(dataset)", () => {
  test("is the mean of min(η, 1 − η)", () => {
    expect(bayesError(withPosterior([0, 1, 0.75, 0.5]))).toBe((0 + 0 + 0.25 + 0.5) / 4);
  });

  test("is 0 for scenes without ambiguity and noise, and the noise where that is all", () => {
    expect(bayesError(makeScenes(500))).toBe(0);
    expect(bayesError(makeScenes(500, { labelNoise: 0.1 }))).toBeAllClose(0.1, { rtol: 1e-6 });
  });

  test.each([{ ambiguity: 0.02 }, { ambiguity: 0.1, personRate: 0.3 }, { ambiguity: 0.3 }])(
    "is what $ambiguity asked for, in expectation, and leaves the share of persons alone",
    (options) => {
      const scenes = makeScenes(6000, options);
      // Of 6,000 images each contributes at most 0.5: five standard errors are below 0.5 · √(a / 0.3 / 6,000) · 5.
      const tolerance = 2.5 * Math.sqrt(options.ambiguity / 0.3 / 6000);
      expect(Math.abs(bayesError(scenes) - options.ambiguity)).toBeLessThan(tolerance);
      const persons = scenes.tags.person!.reduce((sum, value) => sum + value, 0) / 6000;
      expect(Math.abs(persons - (options.personRate ?? 0.5))).toBeLessThan(5 * Math.sqrt(0.25 / 6000));
    },
  );

  test("is the error, on the labels, of the classifier that knows the posterior", () => {
    const scenes = makeScenes(6000, { ambiguity: 0.08, labelNoise: 0.05 });
    const posterior = scenes.tags.bayesPosterior!;
    const wrong = scenes.labels.filter((label, i) => label !== Number(posterior[i]! > 0.5)).length;
    const expected = bayesError(scenes);
    expect(Math.abs(wrong / 6000 - expected)).toBeLessThan(5 * Math.sqrt(expected / 6000));
  });

  test("is unknown for data of the world, and says so", () => {
    const { tags: _, ...plain } = withPosterior([0]);
    expect(() => bayesError({ ...plain, tags: {} })).toThrow("bayesPosterior");
  });
});
