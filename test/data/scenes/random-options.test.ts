import { expect, test } from "vitest";
import { integerBelow, type RandomSource, randomSource } from "../../../lib/core/index.js";
import { bayesError, conditionNames, type MakeScenesOptions, makeScenes } from "../../../lib/data/index.js";

const share = (random: RandomSource) => [0, 1, random(), random()][integerBelow(4, random)]!;

/** Some of the conditions, set in each of the ways in which they can be. */
function randomConditions(random: RandomSource): NonNullable<MakeScenesOptions["conditions"]> {
  const chosen = conditionNames.filter((name) => name !== "imbalance" && random() < 0.3);
  const setting = () => {
    const least = integerBelow(6, random);
    const greatest = least + integerBelow(6 - least, random);
    return [
      share(random),
      { severity: least },
      { share: share(random), severity: [least, greatest] as const },
    ][integerBelow(3, random)]!;
  };
  return Object.fromEntries(chosen.map((name) => [name, setting()]));
}

test.each(Array.from({ length: 40 }, (_, i) => i))(
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
      lookAlikeShare: share(random),
      conditions: randomConditions(random),
      labelNoise: random() < 0.5 ? share(random) : { rate: share(random), byTag: { night: random() / 5 } },
      ambiguity: random() * 0.6 * Math.min(personRate, 1 - personRate),
    };
    const scenes = makeScenes(60, options);
    const { x, shape } = scenes.batch([0, 59, 30]);
    expect(shape).toEqual([3, options.imageSize, options.imageSize, 3]);
    expect(x.length).toBe(3 * options.imageSize ** 2 * 3);
    expect(new Set(x).size).toBeGreaterThan(16); // a picture, not one colour
    expect(scenes.labels.every((label) => label === 0 || label === 1)).toBe(true);
    expect(new Set(scenes.ids).size).toBe(60);
    for (const [name, values] of Object.entries(scenes.tags)) {
      expect(values.length).toBe(60);
      expect(values.every(Number.isFinite), name).toBe(true);
    }
    const { visible, contrast, person } = scenes.tags;
    for (const shares of [visible!, contrast!])
      expect(shares.every((value) => value >= 0 && value <= 1)).toBe(true);
    const persons = person!.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(persons - 60 * personRate)).toBeLessThanOrEqual(
      5 * Math.sqrt(60 * personRate * (1 - personRate)),
    );
    expect(bayesError(scenes)).toBeGreaterThanOrEqual(0);
    expect(bayesError(scenes)).toBeLessThanOrEqual(0.5);
  },
);
