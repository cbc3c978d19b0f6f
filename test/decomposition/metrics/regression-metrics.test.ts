import { expect, test } from "vitest";
import { metricRows, regressionMetrics } from "../../../lib/decomposition/index.js";
import { golden } from "./golden.js";

const { regression } = golden;
const metrics = regressionMetrics(regression, { resamples: 2000 });

test("regressionMetrics has scikit-learn's MSE, RMSE, MAE and R²", () => {
  for (const name of ["mse", "rmse", "mae", "r2"] as const)
    expect(metrics[name].estimate).toBeAllClose(regression[name], { rtol: 1e-12 });
});

test("regressionMetrics has SciPy's bootstrapped intervals, within their noise", () => {
  for (const [name, interval] of [
    ["mse", regression.mseInterval],
    ["mae", regression.maeInterval],
    ["r2", regression.r2Interval],
  ] as const)
    expect([metrics[name].low, metrics[name].high]).toBeAllClose(interval, { rtol: 0.03 });
});

test("constant targets leave nothing to explain: R² is 1 if all is right, and 0 if not, as in scikit-learn", () => {
  const targets = [2, 2, 2];
  expect(regressionMetrics({ targets, predictions: targets }).r2.estimate).toBe(1);
  expect(regressionMetrics({ targets, predictions: [2, 2, 3] }).r2.estimate).toBe(0);
});

test("regressionMetrics names what does not fit", () => {
  expect(() => regressionMetrics({ targets: [1, 2], predictions: [1] })).toThrow(
    "2 targets and 1 predictions",
  );
  expect(() => regressionMetrics({ targets: [], predictions: [] })).toThrow("one at least");
  expect(() => regressionMetrics({ targets: [1, 2], predictions: [1, Number.NaN] })).toThrow(
    "NaN in predictions, row 1",
  );
});

test("metricRows(metrics) has a row for each metric", () => {
  expect(metricRows(metrics).map(({ metric }) => metric)).toEqual(["MSE", "RMSE", "MAE", "R²"]);
  expect(metricRows(metrics)[3]).toEqual({ metric: "R²", class: "", ...metrics.r2 });
});
