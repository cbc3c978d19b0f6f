import { displayAs, shortValue, studentQuantile, UsageError } from "../../core/index.js";
import { assertOptions } from "../options/assert-options.js";
import { confidenceRule } from "../options/option-rules.js";
import type { StudiedTrials } from "../sensitivity/studied-trials.js";
import { comparePaired } from "./compare-paired.js";
import { type Configuration, configurationsOf } from "./configurations.js";
import { noiseForms } from "./noise-forms.js";
import { pairedValues } from "./paired-values.js";
import { repeatMean } from "./repeat-mean.js";
import type { ConfigurationReport, NoiseReport } from "./reported-noise.js";
import { betterSpreads, noiseWithin, shrunk, spreadsOf } from "./shrink.js";

/** Options for {@link noiseReport}. */
export interface NoiseReportOptions {
  /** How often intervals and comparisons hold, in 0…1; defaults to 0.95. */
  readonly confidence?: number;
}

/**
 * How much of a study is chance: the noise from seed to seed, what the winner will repeat, and which configurations are tied
 * with it.
 *
 * Configurations on the same seeds are compared pair by pair, by a test that any number of looks leaves valid; the others by the noise. The
 * value by which a configuration was found is biased, for it was chosen: where there are repeats, they alone tell what it will
 * repeat, drawn towards the mean of all that were repeated, for the best of these was chosen, too.
 *
 * @param options.confidence - defaults to 0.95
 * @throws UsageError where no configuration was run twice
 * @see {@link suggestRepeat}
 * @example
 * const study = await createStudy({ name: "noisy", space: space({ x: float(0, 1) }) });
 * for (const seed of [1, 2, 3]) study.enqueue({ x: 0.5 }, { seed });
 * await study.optimize(({ seed }) => seed, { trials: 3 });
 * noiseReport(study).noise.toFixed(3); // "0.707"
 */
export function noiseReport(study: StudiedTrials, options: NoiseReportOptions = {}): NoiseReport {
  assertOptions("noiseReport", options, { confidence: confidenceRule(0.95) });
  const { confidence = 0.95 } = options;
  const { trials, direction } = study;
  const sign = direction === "minimize" ? 1 : -1;
  const all = configurationsOf(trials);
  const { noise, freedom } = noiseOf(all);
  const repeated = all.filter(({ trials }) => trials.length > 1);
  const again = spreadsOf(repeated.map(repeatMean), noise);
  const once = betterSpreads(
    all.map(({ trials }) => sign * trials[0]!.value!),
    noise,
  );
  const reach = studentQuantile((1 + confidence) / 2, freedom);
  const ranked = all
    .map((configuration) => {
      const { value, deviation } = isRepeated(configuration)
        ? shrunk(repeatMean(configuration), again)
        : shrunk({ mean: sign * configuration.mean, runs: 1 }, once);
      return { configuration, value: isRepeated(configuration) ? value : sign * value, deviation };
    })
    .sort(
      (a, b) =>
        Number(isRepeated(b.configuration)) - Number(isRepeated(a.configuration)) ||
        sign * (a.value - b.value),
    );
  const [winner] = ranked;
  const raced = all.filter((other) => pairedValues(winner!.configuration, other).first.length > 1).length;
  const configurations = ranked.map(({ configuration, value, deviation }): ConfigurationReport => {
    const { parameters, mean, trials, others } = configuration;
    const apart = reach * Math.hypot(deviation, winner!.deviation);
    // The further off one is, the less is known of what it repeats, but not of what it gave.
    const gave = isRepeated(configuration) ? repeatMean(configuration) : { mean, runs: 1 };
    const gaveApart = reach * Math.hypot(noise / Math.sqrt(gave.runs), winner!.deviation);
    const paired = pairedDecision(winner!.configuration, configuration, {
      confidence: 1 - (1 - confidence) / Math.max(1, raced - 1),
      direction,
    });
    return {
      ...{ parameters, mean, runs: trials.length, trial: trials[0]!.number },
      failed: others.filter(({ state }) => state === "failed").length,
      expected: { estimate: value, low: value - reach * deviation, high: value + reach * deviation },
      isTied:
        paired ??
        (sign * (value - winner!.value) <= apart && sign * (gave.mean - winner!.value) <= gaveApart),
    };
  });
  const tied = configurations.filter(({ isTied }) => isTied).length;
  const sentence = sentenceOf(configurations, winner!.configuration.trials[0]!.value!, noise);
  const made: NoiseReport = { noise, between: once.between, configurations, tied, sentence };
  return displayAs(made, () => noiseForms(made));
}

const isRepeated = ({ trials }: Configuration): boolean => trials.length > 1;

/** The noise from seed to seed, by repeats where there are two of one, else with the values by which configurations were found. */
function noiseOf(all: readonly Configuration[]): { noise: number; freedom: number } {
  const values = all.map(({ trials }) => trials.map(({ value }) => value!));
  const again = values.map(([, ...rest]) => rest);
  const groups = again.some(({ length }) => length > 1) ? again : values;
  const noise = noiseWithin(groups);
  if (noise === undefined)
    throw new UsageError({
      got:
        all.length === 0
          ? "noiseReport got a study without a complete trial."
          : `noiseReport got ${all.length === 1 ? "one configuration, run" : `${all.length} configurations, each run`} once.`,
      expected: "one at least that was run with two seeds: nothing else tells noise from difference.",
      fix: "enqueue what suggestRepeat(study) proposes, and run it.",
    });
  return { noise, freedom: groups.reduce((sum, { length }) => sum + Math.max(0, length - 1), 0) };
}

/** Whether two are tied by their common seeds; undefined where they have fewer than two. */
function pairedDecision(
  winner: Configuration,
  other: Configuration,
  options: { confidence: number; direction: "minimize" | "maximize" },
): boolean | undefined {
  if (winner === other) return true;
  const { first, second } = pairedValues(winner, other);
  return first.length < 2 ? undefined : comparePaired(first, second, options).better !== "first";
}

function sentenceOf(configurations: readonly ConfigurationReport[], found: number, noise: number): string {
  const { trial, expected, failed, runs } = configurations[0]!;
  const head = `Trial ${trial} gave ${shortValue(found)} and will repeat ${shortValue(expected.estimate)} (${shortValue(expected.low)} to ${shortValue(expected.high)})`;
  const tied = configurations.filter(({ isTied }) => isTied);
  const tail =
    tied.length === 1
      ? "no other configuration is tied with it"
      : `${tied.length} configurations are tied, of trials ${tied
          .slice(0, 8)
          .map(({ trial }) => trial)
          .join(", ")}${tied.length > 8 ? " and others" : ""}: take the simplest or cheapest`;
  return [
    head,
    ...(failed > 0 ? [`${failed} of its ${runs + failed} runs failed`] : []),
    `from seed to seed values differ by ${shortValue(noise)}`,
    `${tail}.`,
  ].join("; ");
}
