import {
  checkOptions,
  type Interval,
  type IntervalOptions,
  type PredictionLog,
  twoSidedQuantile,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { smallest } from "./scaled-log.js";

/** How sure of itself a model should be. */
export interface FittedTemperature {
  /** Divides the logits: above 1 the model is too sure of itself, below 1 not sure enough. */
  readonly temperature: Interval;
  /** Log loss as it is and with that temperature, in nats. */
  readonly before: number;
  readonly after: number;
  readonly confidence: number;
  readonly reading: string;
}

/**
 * The one number that calibrates most networks: the temperature with the least log loss. Fit it on a validation set, and
 * use it on all others; accuracy does not change.
 *
 * @throws UsageError for a faulty log, or options that are none
 * @see C. Guo et al., "On Calibration of Modern Neural Networks" (2017), section 4.2; H. White, "Maximum Likelihood Estimation of
 *   Misspecified Models" (1982), on the standard error
 * @example
 * const log = { split: "testVal", ids: ["a", "b", "c", "d"], labels: Int32Array.of(0, 0, 0, 1), classes: ["no", "yes"], tags: {} };
 * const sure = Float32Array.of(0.9, 0.1, 0.9, 0.1, 0.9, 0.1, 0.9, 0.1);
 * fitTemperature({ ...log, probabilities: sure }).temperature.estimate; // 2
 */
export function fitTemperature(log: PredictionLog, options: IntervalOptions = {}): FittedTemperature {
  checkOptions("fitTemperature", options, ["confidence"]);
  assertPredictionLog(log, log.split);
  const { confidence = 0.95 } = options;
  const z = twoSidedQuantile(confidence);
  const logits = Float64Array.from(log.probabilities, (p) => Math.log(Math.max(p, smallest)));
  const at = (inverse: number) => lossAt(log, logits, inverse);
  // In 1/temperature the loss has one valley: Newton's steps, kept inside what is left of it.
  let [low, high, inverse] = [1e-3, 1e3, 1];
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const { slope, curvature } = at(inverse);
    if (slope === 0) break;
    if (slope > 0) high = inverse;
    else low = inverse;
    const newton = inverse - slope / curvature;
    const next = newton > low && newton < high ? newton : Math.sqrt(low * high);
    if (Math.abs(next - inverse) <= 1e-14 * inverse) break;
    inverse = next;
  }
  const { loss, curvature, squares } = at(inverse);
  // On the logarithm's scale, on which a temperature of 2 and one of ½ are as far from 1.
  const reach =
    curvature > 0
      ? (z * Math.sqrt(squares / log.labels.length)) / curvature / inverse
      : Number.POSITIVE_INFINITY;
  const estimate = 1 / inverse;
  const temperature = { estimate, low: estimate * Math.exp(-reach), high: estimate * Math.exp(reach) };
  const fitted = { temperature, before: at(1).loss, after: loss, confidence };
  return { ...fitted, reading: readingOf(fitted) };
}

/** Log loss at a temperature, its first two derivatives by 1/temperature, and the mean square of the first's parts. */
function lossAt(
  { labels, classes }: PredictionLog,
  logits: Float64Array,
  inverse: number,
): { loss: number; slope: number; curvature: number; squares: number } {
  const width = classes.length;
  let [loss, slope, curvature, squares] = [0, 0, 0, 0];
  for (let row = 0; row < labels.length; row++) {
    const first = row * width;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = first; k < first + width; k++) top = Math.max(top, logits[k]!);
    let [sum, mean, square] = [0, 0, 0];
    for (let k = first; k < first + width; k++) {
      const below = logits[k]! - top;
      const weight = Math.exp(inverse * below);
      sum += weight;
      mean += weight * below;
      square += weight * below * below;
    }
    const right = logits[first + labels[row]!]! - top;
    const own = mean / sum - right;
    loss += Math.log(sum) - inverse * right;
    slope += own;
    curvature += square / sum - (mean / sum) ** 2;
    squares += own * own;
  }
  const samples = labels.length;
  return {
    ...{ loss: loss / samples, slope: slope / samples },
    ...{ curvature: curvature / samples, squares: squares / samples },
  };
}

function readingOf({ temperature, before, after, confidence }: Omit<FittedTemperature, "reading">): string {
  const { estimate, low, high } = temperature;
  const range = `${estimate.toPrecision(3)} (${Number((100 * confidence).toPrecision(6))} % interval ${low.toPrecision(3)} to ${high.toPrecision(3)})`;
  if (low <= 1 && high >= 1)
    return `Calibrated as far as these samples tell: the best temperature is ${range}.`;
  return `Too ${estimate > 1 ? "sure" : "unsure"} of itself: a temperature of ${range} takes the log loss from ${before.toPrecision(3)} to ${after.toPrecision(3)} nats.`;
}
