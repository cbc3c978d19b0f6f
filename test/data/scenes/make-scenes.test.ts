import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bayesError, conditionNames, makeScenes } from "../../../lib/data/index.js";

const rows = (count: number) => Array.from({ length: count }, (_, i) => i);
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
/** Five standard errors of a share measured on `samples`. */
const fiveErrors = (share: number, samples: number) => 5 * Math.sqrt((share * (1 - share)) / samples);

describe("makeScenes(samples, options)", () => {
  test("draws the same bytes for the same seed on every machine: 32 scenes under every condition", () => {
    const conditions = Object.fromEntries(
      conditionNames.map((name) => [name, name === "imbalance" ? 0 : 0.2]),
    );
    const { x } = makeScenes(32, { seed: 1, conditions, ambiguity: 0.05 }).batch(rows(32));
    expect(createHash("sha256").update(x).digest("hex")).toBe(
      "955d1e1c3165ee083136d7029f532a19488884ad5bd9bc8cc25956c228f022f1",
    );
  });

  test("draws image i alike whatever was asked before, with it, or how often", () => {
    const options = { seed: 4, conditions: { night: 0.5, rain: 0.5 } };
    const all = makeScenes(40, options).batch(rows(40)).x;
    const scenes = makeScenes(40, options);
    const backwards = scenes.batch(rows(40).reverse()).x;
    for (const i of [39, 0, 17]) {
      const image = all.subarray(i * 3072, (i + 1) * 3072);
      expect(scenes.batch([i]).x).toEqual(image);
      expect(backwards.subarray((39 - i) * 3072, (40 - i) * 3072)).toEqual(image);
    }
  });

  test("makes a longer set whose beginning is the shorter one", () => {
    expect(makeScenes(500).labels.subarray(0, 50)).toEqual(makeScenes(50).labels);
    expect(makeScenes(500).batch([49]).x).toEqual(makeScenes(50).batch([49]).x);
  });

  test("makes other scenes for another seed", () => {
    expect(makeScenes(1, { seed: 1 }).batch([0]).x).not.toEqual(makeScenes(1, { seed: 2 }).batch([0]).x);
  });

  test.each([16, 33, 64, 224])("gives bytes of shape [batch, height, width, 3] at %i pixels", (imageSize) => {
    const scenes = makeScenes(5, { imageSize });
    expect(scenes.shape).toEqual([imageSize, imageSize, 3]);
    const { x, shape } = scenes.batch([1, 4]);
    expect(x).toBeInstanceOf(Uint8Array);
    expect(shape).toEqual([2, imageSize, imageSize, 3]);
    expect(x.length).toBe(2 * imageSize * imageSize * 3);
  });

  test.each([0.005, 0.3, 1])("labels the share of images that personRate %d asks for", (personRate) => {
    const { labels, tags } = makeScenes(4000, { personRate });
    expect(Math.abs(mean(labels) - personRate)).toBeLessThanOrEqual(fiveErrors(personRate, 4000));
    expect(mean(tags.mislabelled!)).toBe(0);
    expect(Array.from(tags.person!)).toEqual(Array.from(labels));
  });

  test("turns the share of labels that labelNoise asks for and keeps the truth in a tag", () => {
    const clean = makeScenes(4000);
    const noisy = makeScenes(4000, { labelNoise: 0.2 });
    expect(noisy.tags.person).toEqual(clean.tags.person);
    const turned = Array.from(noisy.labels, (label, i) => Number(label !== clean.labels[i]));
    expect(turned).toEqual(Array.from(noisy.tags.mislabelled!));
    expect(Math.abs(mean(turned) - 0.2)).toBeLessThan(fiveErrors(0.2, 4000));
    expect(noisy.batch(rows(9)).x).toEqual(clean.batch(rows(9)).x);
  });

  test("takes label noise that depends on the image: at night more labels are wrong, and the posterior knows", () => {
    const conditions = { night: { share: 0.5, severity: 4 } };
    const scenes = makeScenes(6000, { conditions, labelNoise: { rate: 0.02, byTag: { night: 0.05 } } });
    const { night, mislabelled, person } = scenes.tags;
    expect(person).toEqual(makeScenes(6000).tags.person);
    for (const [severity, rate] of [
      [0, 0.02],
      [4, 0.22],
    ] as const) {
      const wrong = Array.from(mislabelled!).filter((_, i) => night![i] === severity);
      expect(Math.abs(mean(wrong) - rate)).toBeLessThan(fiveErrors(rate, wrong.length));
    }
    expect(Math.abs(bayesError(scenes) - 0.12)).toBeLessThan(0.01);
  });

  test("takes a severity, or a range of them", () => {
    const { fog, rain, snow } = makeScenes(300, {
      conditions: { fog: { severity: 2 }, rain: { share: 0.5, severity: [3, 4] }, snow: { severity: 0 } },
    }).tags;
    expect(new Set(fog)).toEqual(new Set([2]));
    expect(new Set(rain)).toEqual(new Set([0, 3, 4]));
    expect(new Set(snow)).toEqual(new Set([0]));
  });

  test("puts the share of images under a condition that is asked for, severities 1 to 5 equally often", () => {
    const { tags } = makeScenes(4000, { conditions: { fog: 0.4 } });
    const under = Array.from(tags.fog!).filter((severity) => severity > 0);
    expect(Math.abs(under.length / 4000 - 0.4)).toBeLessThan(fiveErrors(0.4, 4000));
    for (const severity of [1, 2, 3, 4, 5])
      expect(Math.abs(mean(under.map((s) => Number(s === severity))) - 0.2)).toBeLessThan(
        fiveErrors(0.2, under.length),
      );
    expect(new Set(tags.night)).toEqual(new Set([0]));
  });

  test("places one more object without moving the others", () => {
    const few = makeScenes(200, { objects: 2 });
    const more = makeScenes(200, { objects: 3 });
    expect(more.labels).toEqual(few.labels);
    expect(more.tags.distance).toEqual(few.tags.distance);
  });

  test("names its samples after seed and number, so that a scene can be drawn again from its name", () => {
    expect(makeScenes(2, { seed: 9 }).ids).toEqual(["scene-9-0", "scene-9-1"]);
  });
});
