import { checkOptions, type Interval, normalQuantile, UsageError } from "../../core/index.js";
import type { StudiedTrials } from "../sensitivity/studied-trials.js";
import type { Parameters } from "../space/distribution.js";
import { comparePaired } from "./compare-paired.js";
import { type Configuration, configurationsOf } from "./repeated-configurations.js";
import { noiseWithin, shrunk, spreadsOf } from "./shrink.js";

/** How {@link noiseReport} is computed. */
export interface NoiseReportOptions {
  /** How often intervals and comparisons hold, in 0…1; defaults to 0.95. */
  readonly confidence?: number;
}

/** One configuration, and what it will repeat. */
export interface ConfigurationReport {
  readonly parameters: Parameters;
  /** The trial by which it was found. */
  readonly trial: number;
  readonly runs: number;
  readonly mean: number;
  /** What it will give on new seeds, on average: the mean, shrunk for having been chosen. */
  readonly expected: Interval;
  /** Whether the trials do not tell it from the best. */
  readonly isTied: boolean;
}

/** What a study's repeats say of its noise, and of its winner. */
export interface NoiseReport {
  /** Standard deviation from seed to seed. */
  readonly noise: number;
  /** Standard deviation between the better half of the configurations, noise taken off. */
  readonly between: number;
  /** By what they will repeat, best first. */
  readonly configurations: readonly ConfigurationReport[];
  readonly tied: number;
  readonly sentence: string;
}

/**
 * How much of a study is chance: the noise from seed to seed, what the winner will repeat, and which configurations are tied
 * with it.
 *
 * Configurations on the same seeds are compared pair by pair, by a test that any number of looks leaves valid; the others by the noise. The
 * value by which a configuration was found is biased, for it was chosen, and is no pair.
 *
 * @param options.confidence - defaults to 0.95
 * @throws UsageError where no configuration was run twice
 * @see {@link suggestRepeat}
 */
export function noiseReport(study: StudiedTrials, options: NoiseReportOptions = {}): NoiseReport {
  checkOptions("noiseReport", options, ["confidence"]);
  const { confidence = 0.95 } = options;
  const { trials, direction } = study;
  const sign = direction === "minimize" ? 1 : -1;
  const all = configurationsOf(trials).sort((a, b) => sign * (a.mean - b.mean));
  const noise = noiseWithin(all.map(valuesOf));
  if (noise === undefined)
    throw new UsageError({
      got: `noiseReport got ${all.length} configurations, each run once.`,
      expected: "one at least that was run with two seeds: nothing else tells noise from difference.",
      fix: "enqueue what suggestRepeat(study) proposes, and run it.",
    });
  // The worse half tells how bad a configuration may be, not how good ones differ.
  const better = all.slice(0, Math.max(2, Math.ceil(all.length / 2)));
  const spreads = spreadsOf(better.map(runMean), noise);
  const reach = normalQuantile((1 + confidence) / 2);
  const ranked = all
    .map((configuration) => ({ configuration, ...shrunk(runMean(configuration), spreads) }))
    .sort((a, b) => sign * (a.value - b.value));
  const [winner] = ranked;
  const raced = all.filter((other) => pairedValues(winner!.configuration, other).first.length > 1).length;
  const configurations = ranked.map(({ configuration, value, deviation }): ConfigurationReport => {
    const { parameters, mean, trials } = configuration;
    const apart = reach * Math.hypot(deviation, winner!.deviation);
    const paired = pairedDecision(winner!.configuration, configuration, {
      confidence: 1 - (1 - confidence) / Math.max(1, raced - 1),
      direction,
    });
    return {
      ...{ parameters, mean, runs: trials.length, trial: trials[0]!.number },
      expected: { estimate: value, low: value - reach * deviation, high: value + reach * deviation },
      isTied: paired ?? sign * (value - winner!.value) <= apart,
    };
  });
  const tied = configurations.filter(({ isTied }) => isTied).length;
  return {
    noise,
    between: spreads.between,
    configurations,
    tied,
    sentence: sentenceOf(configurations, tied, noise),
  };
}

const valuesOf = ({ trials }: Configuration): number[] => trials.map(({ value }) => value!);
const runMean = ({ mean, trials }: Configuration) => ({ mean, runs: trials.length });

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

/** The values of two configurations on their common seeds, those by which they were found left out. */
export function pairedValues(a: Configuration, b: Configuration): { first: number[]; second: number[] } {
  const ofB = new Map(b.trials.slice(1).map(({ seed, value }) => [seed, value!]));
  const common = a.trials.slice(1).filter(({ seed }) => seed !== undefined && ofB.has(seed));
  return { first: common.map(({ value }) => value!), second: common.map(({ seed }) => ofB.get(seed)!) };
}

function sentenceOf(configurations: readonly ConfigurationReport[], tied: number, noise: number): string {
  const { trial, mean, expected } = configurations[0]!;
  const short = (value: number): string => String(Number(value.toPrecision(3)));
  const head = `Trial ${trial} gave ${short(mean)} and will repeat ${short(expected.estimate)} (${short(expected.low)} to ${short(expected.high)})`;
  const others = configurations.filter(({ isTied }) => isTied).slice(1, 8);
  const tail =
    tied === 1
      ? "no other configuration is tied with it"
      : `${tied} configurations are tied, with those of trials ${others.map(({ trial }) => trial).join(", ")}${tied > 8 ? " and others" : ""}: take the simplest or cheapest`;
  return `${head}; from seed to seed values differ by ${short(noise)}; ${tail}.`;
}
