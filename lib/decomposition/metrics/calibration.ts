import {
  type BootstrapOptions,
  bootstrapOptionNames,
  bootstrapReplicates,
  type Calibration,
  checkOptions,
  type Interval,
  type PredictionLog,
  quantile,
  type ReliabilityRow,
  randomSource,
  twoSidedQuantile,
  UsageError,
  wilsonLimits,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { oneAgainstRest, positiveClass } from "./positive-class.js";
import { predictedClasses } from "./predicted-classes.js";
import { type BinStrategy, binEdges, binOf } from "./reliability-bins.js";

/** Options for {@link calibration}. */
export interface CalibrationOptions extends BootstrapOptions {
  /** A class by name or index: how far its probability can be trusted. Defaults to that of whichever class was predicted. */
  positive?: string | number;
  /** How many bins; defaults to 15. */
  bins?: number;
  /** Bins of equal width, "uniform", or of about equally many samples, "quantile"; defaults to "uniform". */
  strategy?: BinStrategy;
}

/**
 * Whether what the model says with 80 % comes true in eight cases of ten: bins of like probability with how often they
 * came true, and the expected calibration error.
 *
 * That error is never 0 for finitely many samples, so `byChance` says what a perfectly calibrated model would show. Its
 * interval is the reflected bootstrap, since drawing anew adds as much bias again; it begins at 0 where the error is not
 * above chance.
 *
 * @throws UsageError for a faulty log, or options that are none
 * @see C. Guo et al., "On Calibration of Modern Neural Networks" (2017); J. Bröcker and L. Smith, "Increasing the
 *   Reliability of Reliability Diagrams" (2007), on `byChance`; A. Davison and D. Hinkley, "Bootstrap Methods and their
 *   Application" (1997), section 5.2, on the reflected interval; scikit-learn, `calibration_curve`
 * @example
 * const log = { split: "test", ids: ["a", "b", "c", "d"], labels: Int32Array.of(0, 0, 0, 1), classes: ["no", "yes"], tags: {} };
 * const { error } = calibration({ ...log, probabilities: Float32Array.of(0.5, 0.5, 0.5, 0.5, 1, 0, 0, 1) });
 * error.estimate; // 0.25
 */
export function calibration(log: PredictionLog, options: CalibrationOptions = {}): Calibration {
  checkOptions("calibration", options, [...bootstrapOptionNames, "positive", "bins", "strategy"]);
  assertPredictionLog(log, log.split);
  const { bins = 15, strategy = "uniform", confidence = 0.95, resamples = 1000, seed = 0 } = options;
  if (!(Number.isInteger(bins) && bins > 0 && bins <= 1000))
    throw new UsageError({
      got: `calibration got bins = ${bins}.`,
      expected: "a whole number from 1 to 1,000.",
      fix: "pass { bins: 15 }, or leave it out.",
    });
  const { said, came, positive } = statements(log, options.positive);
  const edges = binEdges(said, bins, strategy);
  const bin = Uint16Array.from(said, (probability) => binOf(probability, edges));
  const samples = said.length;
  const sums = new Float64Array(bins);
  const meanOfBins = (): number => sums.reduce((sum, each) => sum + Math.abs(each), 0) / samples;
  const errorOf = (rows: Uint32Array): number[] => {
    sums.fill(0);
    for (let i = 0; i < rows.length; i++) sums[bin[rows[i]!]!]! += came[rows[i]!]! - said[rows[i]!]!;
    return [meanOfBins()];
  };
  const random = randomSource(seed, "calibrated");
  const calibrated = Array.from({ length: resamples }, () => {
    sums.fill(0);
    for (let row = 0; row < samples; row++) sums[bin[row]!]! += Number(random() < said[row]!) - said[row]!;
    return meanOfBins();
  }).sort((a, b) => a - b);
  const byChance = {
    mean: calibrated.reduce((sum, each) => sum + each, 0) / resamples,
    high: quantile(calibrated, (1 + confidence) / 2),
  };
  const drawn = bootstrapReplicates(samples, errorOf, { confidence, resamples, seed });
  const [estimate] = errorOf(Uint32Array.from({ length: samples }, (_, row) => row));
  return {
    ...(positive === undefined ? {} : { positive }),
    rows: reliabilityRows({ said, came, bin, edges }, twoSidedQuantile(confidence)),
    error: reflected(
      estimate!,
      drawn.map(([value]) => value!),
      byChance.high,
      confidence,
    ),
    byChance,
    samples,
    confidence,
  };
}

/** What the model said with which probability, and whether it came true. */
function statements(
  log: PredictionLog,
  wanted?: string | number,
): { said: Float32Array; came: Uint8Array; positive?: string } {
  if (wanted !== undefined) {
    const index = positiveClass("calibration", log.classes, wanted);
    const { scores, positive } = oneAgainstRest(log, index);
    return { said: scores, came: positive, positive: log.classes[index]! };
  }
  const predicted = predictedClasses(log);
  const { labels, probabilities, classes } = log;
  return {
    said: Float32Array.from(predicted, (guess, row) => probabilities[row * classes.length + guess]!),
    came: Uint8Array.from(predicted, (guess, row) => Number(guess === labels[row])),
  };
}

function reliabilityRows(
  {
    said,
    came,
    bin,
    edges,
  }: { said: Float32Array; came: Uint8Array; bin: Uint16Array; edges: readonly number[] },
  z: number,
): ReliabilityRow[] {
  const rows = edges.slice(1).map((to, k) => ({ from: edges[k]!, to, samples: 0, sum: 0, true: 0 }));
  for (let i = 0; i < said.length; i++) {
    const row = rows[bin[i]!]!;
    row.samples++;
    row.sum += said[i]!;
    row.true += came[i]!;
  }
  return rows
    .filter(({ samples }) => samples > 0)
    .map(({ from, to, samples, sum, true: hits }) => ({
      ...{ from, to, samples },
      probability: sum / samples,
      frequency: wilsonLimits(hits / samples, samples, z),
    }));
}

function reflected(estimate: number, drawn: number[], chance: number, confidence: number): Interval {
  const sorted = drawn.sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  return {
    estimate,
    low: estimate <= chance ? 0 : Math.max(0, 2 * estimate - quantile(sorted, 1 - tail)),
    high: Math.max(estimate, 2 * estimate - quantile(sorted, tail)),
  };
}
