import { type Interval, quantile, randomSource, shortValue } from "../../core/index.js";
import { leastOf, placeDraws } from "../coarse-to-fine/place-draws.js";
import { defaultHyperparameters } from "../gaussian-process/fit-process.js";
import { matern52 } from "../gaussian-process/kernel.js";
import { refitForm, smoothedTargets, surrogate } from "../gaussian-process/surrogate.js";
import { tellingRows } from "../gaussian-process/telling-rows.js";
import { assertOptions } from "../options/assert-options.js";
import { confidenceRule, countRule, seedRule } from "../options/option-rules.js";
import { type StudiedPoints, type StudiedTrials, studiedPoints } from "../sensitivity/studied-trials.js";

/** How {@link expectedGain} is computed. */
export interface ExpectedGainOptions {
  /** How many more trials; defaults to 20. */
  readonly trials?: number;
  /** How often the interval holds the gain, in 0…1; defaults to 0.9. */
  readonly confidence?: number;
  /** Seed of the draws; defaults to 0. */
  readonly seed?: number;
}

/** What more trials would bring. */
export interface ExpectedGain {
  readonly trials: number;
  /** How much better the best would become, in the objective's unit; never below 0. */
  readonly gain: Interval;
  readonly sentence: string;
}

const draws = 200;
/** Less than this share of the trials' spread is not told from none: functions are drawn to about a thousandth of it. */
const unseen = 0.005;
/** The model of more trials would take minutes, and say the same of the best. */
const mostTrials = 200;

/** The best half of so many trials, and of the others as many, evenly. */
function telling({ trials, values, points, ...rest }: StudiedPoints): StudiedPoints {
  const rows = [...tellingRows(values, mostTrials)];
  return {
    ...rest,
    trials: rows.map((row) => trials[row]!),
    points: rows.map((row) => points[row]!),
    values: Float64Array.from(rows, (row) => values[row]!),
  };
}

/**
 * How much better a study's best would become by so many more trials, with an interval: trials are imagined where functions that
 * agree with the study have their optimum, and told by others that agree as well. A narrow peak that no trial has touched is not
 * foreseen: then the gain is larger.
 *
 * @param options.trials - how many more; defaults to 20
 * @param options.confidence - how often the interval holds the gain; defaults to 0.9
 * @param options.seed - of the draws; defaults to 0
 * @throws UsageError for fewer than 8 complete trials
 * @example
 * const study = await createStudy({ name: "parabola", space: space({ x: float(0, 1) }), sampler: random() });
 * await study.optimize(({ parameters: { x } }) => (x - 0.6) ** 2, { trials: 10 });
 * const { gain } = expectedGain(study, { trials: 50 });
 * gain.low <= study.best.value && study.best.value <= gain.high; // true
 */
export function expectedGain(study: StudiedTrials, options: ExpectedGainOptions = {}): ExpectedGain {
  assertOptions("expectedGain", options, {
    trials: countRule("trials", 1, 20),
    confidence: confidenceRule(0.9),
    seed: seedRule,
  });
  const { trials = 20, confidence = 0.9, seed = 0 } = options;
  const studied = telling(studiedPoints(study, "expectedGain"));
  const random = randomSource(seed, "gain");
  let best = 0;
  const { values } = placeDraws(
    studied.axes,
    { trials: studied.trials, values: studied.values },
    random,
    (observations, told) => {
      const plain = {
        kernel: matern52,
        offset: Number.POSITIVE_INFINITY,
        hyperparameters: defaultHyperparameters(observations.axes),
      };
      const fitted = surrogate(refitForm(plain, observations, told), observations, told);
      best = Math.min(...smoothedTargets(fitted));
      return fitted;
    },
  );
  const mean = studied.values.reduce((a, b) => a + b, 0) / studied.values.length;
  const spread = studied.values.reduce((sum, y) => sum + (y - mean) ** 2, 0) / studied.values.length;
  const unit = studied.unit * Math.sqrt(spread);
  const functions = Array.from({ length: draws }, () => values(1, random));
  const chosen = functions.map(leastOf);
  const gains = functions
    .map((imagined) => {
      let least = best;
      for (let i = 0; i < trials; i++)
        least = Math.min(least, imagined[chosen[Math.floor(random() * draws)]!]!);
      return unit * (best - least);
    })
    .sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  const low = quantile(gains, tail);
  const gain = {
    estimate: gains.reduce((a, b) => a + b, 0) / draws,
    low: low > unseen * unit ? low : 0,
    high: quantile(gains, 1 - tail),
  };
  const short = (value: number): string => shortValue(value, 2);
  return {
    ...{ trials, gain },
    sentence: `${trials} more trial${trials === 1 ? "" : "s"} would make the best better by ${short(gain.estimate)} (${short(gain.low)} to ${short(gain.high)}).`,
  };
}
