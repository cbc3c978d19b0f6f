import {
  checkOptions,
  type Interval,
  normal,
  quantile,
  randomSource,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";
import { errorAt, fitPowerLaw, type PowerLaw, sizeFor, type WeightedPoint } from "./fit-power-law.js";
import type { LearningCurveForecast, LearningCurvePoint } from "./learning-curve-forecast.js";
import { learningCurveReading } from "./learning-curve-reading.js";

/** Options for {@link forecastLearningCurve}. */
export interface ForecastLearningCurveOptions {
  /** An error rate to reach: how many training images does it take? */
  target?: number;
  /** Training-set sizes to forecast; defaults to 13, from the smallest measured to ten times the largest. */
  at?: readonly number[];
  /** How often the intervals hold the true value, between 0 and 1; defaults to 0.95. */
  confidence?: number;
  /** How often the points are drawn anew; defaults to 400. */
  resamples?: number;
  /** Seed of the draws; defaults to 0. */
  seed?: number;
}

/**
 * Fits error = floor + scale · trainSize^(−exponent) to measured errors and says what more images would bring: "how many for
 * 1 %?", "what is the floor?".
 *
 * The intervals come from drawing the points anew around the fit, with the scatter they show. They hold if the curve goes on
 * as such a power law; that is what nobody knows, so believe forecasts of ten times the images less than of twice.
 *
 * @param points - three sizes or more, best a factor of two or more apart; several runs of a size are several points
 * @throws UsageError for fewer sizes, counts that are none, or options that are none
 * @see J. Hestness et al. (2017), as in `fitPowerLaw`; C. Cortes et al., "Learning Curves: Asymptotic Values and Rate of
 *   Convergence" (1993)
 * @example
 * const points = [500, 1000, 2000, 4000, 8000].map((trainSize) =>
 *   ({ trainSize, errors: Math.round(10000 * (0.02 + 2 * trainSize ** -0.5)), samples: 10000 }));
 * const { floor, target } = forecastLearningCurve(points, { target: 0.03 });
 * [floor.toFixed(2), Math.round(target.trainSize.estimate / 10000)]; // ["0.02", 4]
 */
export function forecastLearningCurve(
  points: readonly LearningCurvePoint[],
  options: ForecastLearningCurveOptions = {},
): LearningCurveForecast {
  checkOptions("forecastLearningCurve", options, ["target", "at", "confidence", "resamples", "seed"]);
  const { target, at = sizesAround(points), confidence = 0.95, resamples = 400, seed = 0 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  assertPoints(points);
  const { law, fitted, scatter } = weightedFit(points);
  const random = randomSource(seed, "learning-curve");
  const drawn = Array.from({ length: resamples }, () =>
    fitPowerLaw(
      fitted.map((point) => ({
        ...point,
        error: Math.max(0, errorAt(law, point.trainSize) + normal(random) / Math.sqrt(point.weight)),
      })),
    ),
  );
  const interval = (of: (law: PowerLaw) => number): Interval => {
    const values = drawn.map(of).sort((a, b) => a - b);
    const tail = (1 - confidence) / 2;
    return { estimate: of(law), low: finiteQuantile(values, tail), high: finiteQuantile(values, 1 - tail) };
  };
  const found = {
    ...law,
    floorInterval: interval(({ floor }) => floor),
    exponentInterval: interval(({ exponent }) => exponent),
    ...{ points, scatter, confidence },
    rows: at.map((trainSize) => ({ trainSize, ...interval((each) => errorAt(each, trainSize)) })),
    ...(target === undefined
      ? {}
      : {
          target: {
            error: target,
            trainSize: interval((each) => sizeFor(each, target)),
            reachable: drawn.filter(({ floor }) => floor < target).length / resamples,
          },
        }),
  };
  return { ...found, reading: learningCurveReading(found) };
}

/** Fits, takes the variances from the fit, and fits again; then scatter beyond those variances weighs all points less. */
function weightedFit(points: readonly LearningCurvePoint[]): {
  law: PowerLaw;
  fitted: WeightedPoint[];
  scatter: number;
} {
  const weighted = (rateOf: (point: LearningCurvePoint) => number): WeightedPoint[] =>
    points.map((point) => {
      const rate = (rateOf(point) * point.samples + 0.5) / (point.samples + 1);
      return {
        trainSize: point.trainSize,
        error: point.errors / point.samples,
        weight: point.samples / (rate * (1 - rate)),
      };
    });
  let law = fitPowerLaw(weighted(({ errors, samples }) => errors / samples));
  for (let i = 0; i < 3; i++)
    law = fitPowerLaw(weighted(({ trainSize }) => Math.min(1, errorAt(law, trainSize))));
  const fitted = weighted(({ trainSize }) => Math.min(1, errorAt(law, trainSize)));
  const squares = fitted.reduce(
    (sum, { trainSize, error, weight }) => sum + weight * (error - errorAt(law, trainSize)) ** 2,
    0,
  );
  const scatter = points.length > 3 ? Math.max(1, squares / (points.length - 3)) : 1;
  return { law, fitted: fitted.map((point) => ({ ...point, weight: point.weight / scatter })), scatter };
}

/** Between Infinity and a number nothing can be interpolated. */
function finiteQuantile(sorted: readonly number[], share: number): number {
  const value = quantile(sorted, share);
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

function sizesAround(points: readonly LearningCurvePoint[]): number[] {
  const sizes = points.map(({ trainSize }) => trainSize);
  const [low, high] = [Math.min(...sizes), 10 * Math.max(...sizes)];
  return Array.from({ length: 13 }, (_, i) => Math.round(low * (high / low) ** (i / 12)));
}

function assertPoints(points: readonly LearningCurvePoint[]): void {
  for (const [i, { trainSize, errors, samples }] of points.entries())
    if (!(trainSize > 0 && errors >= 0 && errors <= samples && samples > 0))
      throw new UsageError({
        got: `point ${i}: ${errors} errors in ${samples} samples after training on ${trainSize}.`,
        expected: "0 ≤ errors ≤ samples, and a training-set size above 0.",
        fix: "count the wrong predictions of that run again.",
      });
  const sizes = new Set(points.map(({ trainSize }) => trainSize)).size;
  if (sizes < 3)
    throw new UsageError({
      got: `points of ${sizes} training-set ${sizes === 1 ? "size" : "sizes"}.`,
      expected: "three or more: floor, scale and exponent are three unknowns.",
      fix: "train on a quarter and on half of the training set too.",
    });
}
