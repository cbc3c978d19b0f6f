import {
  type BootstrapOptions,
  bootstrapIntervals,
  bootstrapOptionNames,
  checkOptions,
  type Interval,
  UsageError,
} from "../../core/index.js";

/** Targets, and what a model said of them, in the same order. */
export interface RegressionOutcome {
  /** Shape [samples], in the targets' own units. */
  readonly targets: ArrayLike<number>;
  /** Shape [samples], in the same units. */
  readonly predictions: ArrayLike<number>;
}

/** All that predictions say of a regression in single numbers, each with its interval. */
export interface RegressionMetrics {
  readonly samples: number;
  readonly confidence: number;
  /** Mean squared error, in squared units. */
  readonly mse: Interval;
  /** Its root, in the targets' units. */
  readonly rmse: Interval;
  /** Mean absolute error, in the targets' units. */
  readonly mae: Interval;
  /**
   * Share of the targets' variance that is explained: 1 is perfect, 0 is what the mean target does. Where all targets are
   * the same, it is 1 if every prediction is right and 0 if not.
   */
  readonly r2: Interval;
}

/**
 * Scores a regression, with bootstrapped intervals. For several targets call it for each.
 *
 * @throws UsageError for no samples, other lengths, or numbers that are not finite
 * @see scikit-learn, `mean_squared_error`, `mean_absolute_error`, `r2_score`
 * @example
 * const { mse, r2 } = regressionMetrics({ targets: [1, 2, 3, 4], predictions: [1, 2, 3, 5] });
 * [mse.estimate, r2.estimate]; // [0.25, 0.8]
 */
export function regressionMetrics(
  outcome: RegressionOutcome,
  options: BootstrapOptions = {},
): RegressionMetrics {
  checkOptions("regressionMetrics", options, bootstrapOptionNames);
  assertOutcome(outcome);
  const { targets, predictions } = outcome;
  const statistics = (rows: Uint32Array): number[] => {
    let [squares, distances, sum, spread] = [0, 0, 0, 0];
    for (const row of rows) {
      const residual = predictions[row]! - targets[row]!;
      squares += residual * residual;
      distances += Math.abs(residual);
      sum += targets[row]!;
    }
    const mean = sum / rows.length;
    for (const row of rows) spread += (targets[row]! - mean) ** 2;
    const mse = squares / rows.length;
    const r2 = spread === 0 ? Number(squares === 0) : 1 - squares / spread;
    return [mse, Math.sqrt(mse), distances / rows.length, r2];
  };
  const [mse, rmse, mae, r2] = bootstrapIntervals(targets.length, statistics, options);
  const { confidence = 0.95 } = options;
  return { samples: targets.length, confidence, mse: mse!, rmse: rmse!, mae: mae!, r2: r2! };
}

function assertOutcome({ targets, predictions }: RegressionOutcome): void {
  if (targets.length !== predictions.length || targets.length === 0)
    throw new UsageError({
      got: `regressionMetrics got ${targets.length} targets and ${predictions.length} predictions.`,
      expected: "as many of each, one at least.",
      fix: "predict every sample once, in the order of the targets; of several targets pass one column at a time.",
    });
  for (const [name, values] of Object.entries({ targets, predictions })) {
    const row = Array.prototype.findIndex.call(values, (value: number) => !Number.isFinite(value));
    if (row !== -1)
      throw new UsageError({
        got: `regressionMetrics got ${values[row]} in ${name}, row ${row}.`,
        expected: "finite numbers.",
        fix: name === "targets" ? "drop or repair that sample." : "find out with deep-pessimist doctor why.",
      });
  }
}
