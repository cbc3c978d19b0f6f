import { formatPercent } from "../../core/index.js";
import type { LearningCurveForecast } from "./learning-curve-forecast.js";

/** What more images would bring, in words. */
export function learningCurveReading({
  floor,
  floorInterval,
  exponent,
  points,
  target,
}: Omit<LearningCurveForecast, "reading">): string {
  const scale = Math.max(...points.map(({ errors, samples }) => errors / samples));
  const number = (rate: number) => formatPercent(rate, scale);
  const gain = Math.round(100 * (1 - 2 ** -exponent));
  const head = `Twice the samples take away ${gain} % of the error above the floor, which is ${number(floor)} % (${number(floorInterval.low)} to ${number(floorInterval.high)})`;
  if (target === undefined) return `${head}.`;
  const { estimate, low, high } = target.trainSize;
  const wanted = `${formatPercent(target.error, target.error)} %`;
  if (!Number.isFinite(low)) return `${head}. No number of samples reaches ${wanted}.`;
  const most = Number.isFinite(high) ? round(high) : "never";
  if (!Number.isFinite(estimate))
    return `${head}. ${wanted} is below the floor as fitted; at best it takes ${round(low)} samples.`;
  return `${head}. ${wanted} takes about ${round(estimate)} samples (${round(low)} to ${most}).`;
}

/** Two digits: more would promise too much. */
function round(size: number): string {
  if (size > 1e12) return "10¹² and more";
  return Number(size.toPrecision(2)).toLocaleString("en");
}
