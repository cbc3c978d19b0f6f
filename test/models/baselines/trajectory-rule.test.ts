import { expect, test } from "vitest";
import { bayesError, datasetFromArrays, makeTrajectories } from "../../../lib/data/index.js";
import { majorityClass, trajectoryRule } from "../../../lib/models/index.js";

const [walks, slows, looks] = [
  [1.4, 0],
  [0.7, 0],
  [1.1, 1],
] as const;

/** Sequences of acts, padded to four steps of [along, across, speed, headTurn]. */
function people(...acts: (readonly (readonly [number, number])[])[]) {
  const x = acts.flatMap((steps) =>
    Array.from({ length: 4 }, (_, i) => [0, 0, ...(steps[i] ?? [0, 0])]).flat(),
  );
  return datasetFromArrays({
    x: Float32Array.from(x),
    shape: [4, 4],
    labels: acts.map(() => 1),
    classes: ["stays", "crosses"],
    lengths: Int32Array.from(acts, (steps) => steps.length),
  });
}

test("trajectoryRule says crosses of those who slowed before they last began to look", () => {
  const { log } = trajectoryRule(
    people([walks, slows, looks], [slows, walks, looks, looks], [slows, looks, walks, looks], [walks, slows]),
  );
  expect(log.probabilities).toEqual(Float32Array.of(0, 1, 1, 0, 1, 0, 1, 0));
  expect(log).toMatchObject({ split: "test", run: "slowed before the last look" });
});

test("trajectoryRule is far better than chance, and far worse than the least error", () => {
  const set = makeTrajectories(2000, { seed: 3 });
  const { interval } = trajectoryRule(set);
  expect(interval.high).toBeLessThan(0.5 * majorityClass(set).interval.low);
  expect(interval.low).toBeGreaterThan(4 * bayesError(set));
});

test("trajectoryRule refuses pictures, and sequences of other people's", () => {
  const other = { ...people([walks]), classes: ["no", "yes"] };
  expect(() => trajectoryRule(other)).toThrow(/\[4, 4\] and the classes no, yes[\s\S]*majorityClass/);
  expect(() => trajectoryRule({ ...people([walks]), shape: [4, 2, 2] })).toThrow(/\[4, 2, 2\]/);
});
