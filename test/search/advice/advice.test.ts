import {
  adviseSearch,
  choice,
  createStudy,
  expectedGain,
  float,
  gaussianProcess,
  random,
  space,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";
import { tellingRows } from "../../../lib/search/gaussian-process/telling-rows.js";

const wide = (count: number) =>
  space(Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, float(0, 1)])));

describe("adviseSearch(space, options)", () => {
  test("runs all combinations where they are few, and says how long that takes", () => {
    const few = space({ a: choice(["x", "y", "z"]), b: choice([1, 2]) });
    expect(adviseSearch(few, { minutesPerTrial: 3, workers: 2 })).toMatchObject({
      method: "grid",
      trials: 6,
      minutes: 9,
    });
  });

  test("takes the method that the dimension and the workers ask for", () => {
    const method = (count: number, workers: number) =>
      adviseSearch(wide(count), { minutesPerTrial: 1, workers }).method;
    expect([method(4, 1), method(25, 1), method(4, 16)]).toEqual([
      "gaussian-process",
      "tpe",
      "coarse-to-fine",
    ]);
  });

  test("keeps to the time there is, and says what more would be good for", () => {
    const advice = adviseSearch(wide(6), { minutesPerTrial: 2, minutes: 118 });
    expect(advice.trials).toBe(59);
    // 59 random trials hit the best twentieth with 95 %: 1 − 0.95⁵⁹.
    expect(advice.chanceOfBestTwentieth).toBeAllClose(0.9515, { rtol: 1e-3 });
    expect(advice.reason).toContain("80 would be better, and take 160 minutes");
  });

  test("refuses less time than one trial takes", () => {
    expect(() => adviseSearch(wide(1), { minutesPerTrial: 10, minutes: 5 })).toThrow("time for a trial");
  });
});

describe("expectedGain(study, options)", () => {
  const bowl = ({ parameters }: { parameters: Record<string, number> }) =>
    Object.values(parameters).reduce((sum, x) => sum + (x - 0.37) ** 2, 0);
  const study = async (sampler: ReturnType<typeof random>, trials: number) => {
    const made = await createStudy({ name: "gain", space: wide(3), sampler, seed: 2 });
    await made.optimize(bowl as never, { trials });
    return made;
  };

  test("is small where the optimum was found, and holds what is left where it was not", async () => {
    const [early, late] = [await study(random(), 12), await study(gaussianProcess(), 40)];
    const [first, last] = [expectedGain(early), expectedGain(late)];
    expect(last.gain.high).toBeLessThan(0.3 * first.gain.estimate);
    expect(first.gain.low).toBeLessThanOrEqual(early.best!.value!);
    expect(first.gain.high).toBeGreaterThan(0.3 * early.best!.value!);
  });

  test("promises nothing of a search that has settled", async () => {
    expect(expectedGain(await study(gaussianProcess(), 45)).gain.low).toBe(0);
  });

  test("is computed from the trials that tell most, so that thousands of them cost no more than hundreds", async () => {
    const { space, direction, trials } = await study(random(), 1000);
    const telling = tellingRows(
      Float64Array.from(trials, ({ value }) => value!),
      200,
    );
    const picked = [...telling].map((row) => trials[row]!);
    expect(expectedGain({ space, direction, trials })).toEqual(
      expectedGain({ space, direction, trials: picked }),
    );
  });

  test("grows with the trials, and is the same each time", async () => {
    const made = await study(random(), 12);
    const gain = (trials: number) => expectedGain(made, { trials }).gain.estimate;
    expect(gain(1)).toBeLessThan(gain(40));
    expect(gain(5)).toBe(gain(5));
    expect(() => expectedGain(made, { trials: 0 })).toThrow("whole number from 1");
  });
});
