import { describe, expect, test } from "vitest";
import { type PredictionLog, randomSource } from "../../../lib/core/index.js";
import { attributeShift } from "../../../lib/decomposition/index.js";

const conditions = ["night", "rain", "glare"];

/** Scenes of a latent difficulty, wrong where it and the conditions' weights come above 0.95. */
function renders(scenes: number, weights: readonly number[], seed: number) {
  const random = randomSource(seed, "scenes");
  const difficulty = Float64Array.from({ length: scenes }, random);
  return Array.from({ length: 8 }, (_, mask) => {
    const harder = weights.reduce((sum, weight, i) => sum + ((mask >> i) & 1) * weight, 0);
    const probabilities = new Float32Array(2 * scenes);
    for (let scene = 0; scene < scenes; scene++) {
      const wrong = Number(difficulty[scene]! + harder > 0.95);
      probabilities.set([1 - wrong, wrong], 2 * scene);
    }
    const log: PredictionLog = {
      ...{
        split: "testVal",
        classes: ["no", "yes"],
        labels: new Int32Array(scenes),
        tags: {},
        probabilities,
      },
      ids: Array.from(difficulty, (_, scene) => `scene ${scene}`),
    };
    return { conditions: conditions.filter((_, i) => (mask >> i) & 1), log };
  });
}

describe("attributeShift", () => {
  test("adds up to the shift exactly, and gives each condition the weight it was given", () => {
    const { effects, total, reading } = attributeShift(renders(5000, [0.2, 0.1, 0], 1));
    const sum = effects.reduce((all, { estimate }) => all + estimate, 0);
    expect(Math.abs(sum - total.estimate)).toBeLessThan(1e-12);
    expect(effects.map(({ name }) => name)).toEqual(["night", "rain", "glare"]);
    expect(effects.map(({ estimate }) => estimate)).toBeAllClose([0.2, 0.1, 0], { rtol: 0.1, atol: 0.001 });
    expect(effects[0]!.low < 0.2 && 0.2 < effects[0]!.high).toBe(true);
    expect(reading).toContain("night makes");
  });

  test("is narrower than two separate sets of as many scenes would be", () => {
    const { total } = attributeShift(renders(2000, [0.02, 0.01, 0], 2));
    const [before, after] = [0.05, 0.08];
    const apart = 2 * 1.96 * Math.sqrt((before * (1 - before) + after * (1 - after)) / 2000);
    expect(total.high - total.low).toBeLessThan(apart / 1.5);
  });

  test("does not depend on the order of the renders", () => {
    const given = renders(300, [0.2, 0.1, 0.05], 3);
    const turned = [...given]
      .reverse()
      .map(({ conditions, log }) => ({ conditions: [...conditions].reverse(), log }));
    expect(attributeShift(turned).total).toEqual(attributeShift(given).total);
  });

  test("refuses a missing combination, one that is there twice, and other scenes", () => {
    const given = renders(10, [0.1, 0.1, 0.1], 4);
    expect(() => attributeShift(given.filter((_, mask) => mask !== 3))).toThrow(
      "no render under night and rain",
    );
    expect(() => attributeShift([...given, given[5]!])).toThrow("two renders under night and glare");
    const [first, ...rest] = given;
    const other = { ...first!.log, ids: first!.log.ids.map((id) => `${id}b`) };
    expect(() => attributeShift([...rest, { conditions: [], log: other }])).toThrow('row 0 is "scene 0b"');
    expect(() => attributeShift([given[0]!])).toThrow("0 conditions");
  });
});
