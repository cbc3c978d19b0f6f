import { expect, test } from "vitest";
import { figureToSvg, plotRuns } from "../../lib/plots/index.js";
import { makeHistory } from "../support/histories.js";

const healthy = makeHistory({ train: [0.3, 0.2, 0.1], trainVal: [0.32, 0.25, 0.2] });
const tooSlow = makeHistory({ train: [0.9, 0.89, 0.88] });

test("plotRuns is the saved picture", async () => {
  await expect(await figureToSvg(plotRuns({ healthy, tooSlow }))).toMatchFileSnapshot("output/runs.svg");
});

test("plotRuns reads the runs in the order of where they ended, diverged ones last", () => {
  const diverged = makeHistory({ train: [0.5, Number.NaN, Number.NaN] });
  expect(plotRuns({ diverged, tooSlow, healthy }).reading).toBe(
    "Final error on train, from the lowest: healthy 10.0 %, tooSlow 88.0 %, diverged NaN.",
  );
});

test("plotRuns names the run that did not score the split, and what to type", () => {
  expect(() => plotRuns({ healthy, tooSlow }, { split: "trainVal" })).toThrow(
    /"tooSlow", which has no numbers of trainVal[\s\S]*pass \{ trainVal \} to fit/,
  );
});

test("plotRuns refuses none, and more than can be told apart", () => {
  expect(() => plotRuns({})).toThrow("got 0 runs");
  const seven = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`run ${i}`, healthy]));
  expect(() => plotRuns(seven)).toThrow("1 to 6");
});

test("plotRuns makes room for a long name", () => {
  const room = (name: string) => (plotRuns({ [name]: healthy }).layout as { margin: { r: number } }).margin.r;
  expect(room("a run with quite a long name")).toBeGreaterThan(room("run"));
});
