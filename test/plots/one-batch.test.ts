import { expect, test } from "vitest";
import { plotOneBatch } from "../../lib/plots/index.js";

const learnt = { outcome: "overfits", losses: [2.3, 0.5, 0.001] };
const exploded = { outcome: "explodes", losses: [2.3, 4000, Number.NaN] };

test("each experiment is a curve; what leaves the axis is drawn at its edge", () => {
  const { data } = plotOneBatch({ healthy: learnt, fault: exploded });
  expect(data.map(({ name, y }) => [name, y])).toEqual([
    ["healthy", [2.3, 0.5, 0.01]],
    ["fault", [2.3, 100, 100]],
  ]);
  expect(new Set(data.map(({ line }) => (line as { dash: string }).dash)).size).toBe(2);
});

test("the reading names each outcome, with where the loss began and ended", () => {
  expect(plotOneBatch({ healthy: learnt, fault: exploded }).reading).toBe(
    "healthy overfits (2.3 to 0.0010 in 3 steps); fault explodes (2.3 to NaN in 3 steps).",
  );
  expect(plotOneBatch({ slow: { outcome: "still-falling", losses: [2, 1] } }).reading).toContain(
    "slow is still falling",
  );
});

test("no experiment, and more than six, are refused", () => {
  expect(() => plotOneBatch({})).toThrow("got 0 experiments");
  expect(() => plotOneBatch(Object.fromEntries(Array.from("abcdefg", (name) => [name, learnt])))).toThrow(
    "got 7",
  );
});
