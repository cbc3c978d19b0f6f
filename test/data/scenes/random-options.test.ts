import { expect, test } from "vitest";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { bayesError, makeScenes } from "../../../lib/data/index.js";

const share = (random: () => number) => [0, 1, random(), random()][integerBelow(4, random)]!;

test.each(Array.from({ length: 25 }, (_, i) => i))(
  "whatever the options, images, labels and tags keep their promises (draw %i)",
  (draw) => {
    const random = randomSource(draw, "random options");
    const personRate = share(random);
    const low = 0.05 + 0.9 * random();
    const options = {
      seed: Math.floor(random() * 1e9) - 5e8,
      imageSize: 16 + integerBelow(50, random),
      personRate,
      objects: 1 + integerBelow(12, random),
      figureHeight: [low, low + (1 - low) * random()] as const,
      spread: share(random),
      lookAlikes: share(random),
      conditions: {
        night: share(random),
        reflections: share(random),
        rain: share(random),
        glare: share(random),
      },
      labelNoise: share(random),
      ambiguity: random() * 0.6 * Math.min(personRate, 1 - personRate),
    };
    const scenes = makeScenes(60, options);
    const { x, shape } = scenes.batch([0, 59, 30]);
    expect(shape).toEqual([3, options.imageSize, options.imageSize, 3]);
    expect(x.length).toBe(3 * options.imageSize ** 2 * 3);
    expect(new Set(x).size).toBeGreaterThan(16); // a picture, not one colour
    expect(scenes.labels.every((label) => label === 0 || label === 1)).toBe(true);
    expect(new Set(scenes.ids).size).toBe(60);
    for (const values of Object.values(scenes.tags)) {
      expect(values.length).toBe(60);
      expect(values.every(Number.isFinite)).toBe(true);
    }
    expect(scenes.tags.visible!.every((value) => value >= 0.65 - 1e-6 && value <= 1)).toBe(true);
    expect(bayesError(scenes)).toBeGreaterThanOrEqual(0);
    expect(bayesError(scenes)).toBeLessThanOrEqual(0.5);
  },
);
