import { float, space, type TrialRecord } from "deep-pessimist/search";
import { expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import { placeDraws } from "../../../lib/search/coarse-to-fine/place-draws.js";
import { axesOf } from "../../../lib/search/gaussian-process/axes.js";
import { defaultHyperparameters } from "../../../lib/search/gaussian-process/fit-process.js";
import { matern52 } from "../../../lib/search/gaussian-process/kernel.js";
import { surrogate } from "../../../lib/search/gaussian-process/surrogate.js";
import { tellingRows } from "../../../lib/search/gaussian-process/telling-rows.js";

const axes = axesOf([...space({ x: float(0, 1) })]);

const trialsOf = (length: number) =>
  Array.from({ length }, (_, number): TrialRecord => {
    const x = (number * 0.618) % 1;
    return {
      ...{ number, state: "complete", parameters: { x }, value: (x - 0.3) ** 2, attempt: 1 },
      ...{ distributions: {}, intermediate: [], attributes: {} },
    };
  });

test("of very many trials, the best and as many others tell where the optimum may lie", () => {
  const trials = trialsOf(420);
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

test("of very many trials, those that tell are chosen anew every fifteenth time, so that a fit to them serves in between", () => {
  const chosen = [420, 427, 434, 435].map((length) => {
    let points = new Float64Array(0);
    const trials = trialsOf(length);
    const values = Float64Array.from(trials, ({ value }) => value!);
    placeDraws(axes, { trials, values }, randomSource(1, "places"), (observations, told) => {
      points = observations.points.slice();
      return surrogate(
        { kernel: matern52, offset: Number.POSITIVE_INFINITY, hyperparameters: defaultHyperparameters(1) },
        observations,
        told,
      );
    });
    return points;
  });
  expect(chosen.map(({ length }) => length)).toEqual([300, 307, 314, 300]);
  expect(chosen.map((points) => points.slice(0, 300).every((x, i) => x === chosen[0]![i]))).toEqual([
    ...[true, true, true, false],
  ]);
});
