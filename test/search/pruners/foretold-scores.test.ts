import type { TrialRecord } from "deep-pessimist/search";
import { expect, test } from "vitest";
import { regression } from "../../../lib/search/curves/regression.js";
import { boardOf } from "../../../lib/search/pruners/rungs/board.js";
import { foretoldScores } from "../../../lib/search/pruners/rungs/foretold-scores.js";

/** A trial that fell to 1 by so many steps, and then to its end at 10. */
function trial(number: number, speed: number, values: readonly [number, number][]): TrialRecord {
  return {
    ...{ number, state: "pruned", parameters: { speed }, attempt: 1, attributes: {} },
    distributions: { speed: { type: "float", low: 0, high: 1, log: false } },
    intermediate: values.map(([step, value]) => ({ step, value })),
  };
}

/** Who is faster is lower at step 1 and higher at step 10. */
const early = (speed: number): number => 2 - speed;
const late = (speed: number): number => 0.5 + speed;

test("who began slowly but will end lower comes first, once six have shown it", () => {
  const speeds = [0.1, 0.9, 0.3, 0.7, 0.5, 0.2];
  const gone = speeds.map((speed, number) =>
    trial(number, speed, [
      [1, early(speed)],
      [10, late(speed)],
    ]),
  );
  const [slow, fast] = [trial(6, 0.15, [[1, early(0.15)]]), trial(7, 0.85, [[1, early(0.85)]])];
  const scoresOf = (trials: readonly TrialRecord[]) => [
    ...foretoldScores(1, [1, 10], boardOf({ trials, direction: "minimize" })).values(),
  ];
  const all = scoresOf([...gone, slow, fast]);
  expect(all[6]!).toBeLessThan(all[7]!);
  expect(Math.abs(all[6]! - late(0.15))).toBeLessThan(0.1);
  expect(Math.abs(all[7]! - late(0.85))).toBeLessThan(0.1);

  const few = [...gone.slice(1), slow, fast].map((one, number) => ({ ...one, number }));
  expect(scoresOf(few)).toEqual(few.map(({ intermediate }) => intermediate[0]!.value));
});

test("where nothing foretells what is to come, the order is that of the values", () => {
  const gains = [0.31, -0.4, 0.12, -0.22, 0.35, -0.05, 0.18, -0.3, 0.02];
  const trials = gains.map((gain, number) =>
    trial(number, ((number * 7) % 9) / 9, [
      [1, number],
      [10, number - gain],
    ]),
  );
  const scores = [...foretoldScores(1, [1, 10], boardOf({ trials, direction: "minimize" })).values()];
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!);
  expect(order).toEqual([...scores.keys()]);
});

test("the regression finds a line, and the mean where there is none", () => {
  const rows = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map((x) => [x]);
  const line = regression(
    rows,
    rows.map(([x]) => 3 + 2 * x!),
  );
  expect(Math.abs(line([0.75]) - 4.5)).toBeLessThan(0.3);
  const flat = regression(rows, [1, -1, 1, -1, 1, -1, 1]);
  expect(Math.abs(flat([1.5]) - 1 / 7)).toBeLessThan(0.01);
});
