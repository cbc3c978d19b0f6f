import { float, space, type TrialRecord } from "deep-pessimist/search";
import { expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import { placeDraws } from "../../../lib/search/coarse-to-fine/place-draws.js";
import { axesOf } from "../../../lib/search/gaussian-process/axes.js";
import { tellingRows } from "../../../lib/search/gaussian-process/telling-rows.js";

test("of very many trials, the best and as many others tell where the optimum may lie", () => {
  const axes = axesOf([...space({ x: float(0, 1) })]);
  const trials = Array.from({ length: 420 }, (_, number): TrialRecord => {
    const x = (number * 0.618) % 1;
    return {
      ...{ number, state: "complete", parameters: { x }, value: (x - 0.3) ** 2, attempt: 1 },
      ...{ distributions: {}, intermediate: [], attributes: {} },
    };
  });
  const values = Float64Array.from(trials, ({ value }) => value!);
  const drawn = (rows: Float64Array) => {
    const observed = {
      trials: [...rows].map((row) => trials[row]!),
      values: rows.map((row) => values[row]!),
    };
    const random = randomSource(1, "places");
    return placeDraws(axes, observed, random).draw({ draws: 5, doubt: 1, random });
  };
  const all = drawn(Float64Array.from(trials, (_, row) => row));
  expect(all).toEqual(drawn(tellingRows(values, 300)));
  for (const [x] of all) expect(x).toBeAllClose(0.3, { atol: 0.05 });
});
