import { quantile } from "../../core/index.js";
import { assertOptions } from "../options/assert-options.js";
import { countRule } from "../options/option-rules.js";
import { type RaceEntrant, raceEntrants } from "./race-entrants.js";
import { raceRegrets } from "./race-regrets.js";
import { recordedEpochs } from "./recorded-levels.js";

/** How methods are raced. */
export interface RaceMethodsOptions {
  /** By name; defaults to all of ours. */
  readonly methods?: Readonly<Record<string, RaceEntrant>>;
  /** How many whole trainings' epochs each search may spend; defaults to 60. */
  readonly trainings?: number;
  /** How many searches of each method; defaults to 5. */
  readonly seeds?: number;
}

/** What one method found by and by. */
export interface RaceRow {
  readonly method: string;
  /** Epochs spent. */
  readonly epochs: readonly number[];
  /** How much more the configuration found so far errs than the best recorded one, the mean of five seeds each: [seeds][epochs]. */
  readonly regrets: readonly (readonly number[])[];
  /** Over the seeds, at each of the epochs: the median and both quartiles. */
  readonly median: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** The mean place among all methods at the last of the epochs, 1 for the best. */
  readonly rank: number;
}

/**
 * Races search methods on the recorded benchmark, each with the same number of training epochs.
 *
 * A method is judged by the configuration that it would hand over, the best of its whole trainings by the error that it saw, and
 * by that configuration's mean over five seeds: luck does not count.
 *
 * @param options.methods - what they are, by name; defaults to all of ours
 * @param options.trainings - how many whole trainings' epochs each search may spend; defaults to 60
 * @param options.seeds - how many searches of each method; defaults to 5
 * @throws UsageError for no method, or a count below 1
 * @returns a row for each method, in the order of `methods`; `formatRace` prints them and `plotRace` draws them
 * @example
 * const rows = await raceMethods({ methods: { random: () => ({ sampler: random() }) }, trainings: 5, seeds: 2 });
 * rows[0].epochs.at(-1); // 150
 */
export async function raceMethods(options: RaceMethodsOptions = {}): Promise<RaceRow[]> {
  assertOptions("raceMethods", options, {
    methods: {
      allows: (value) => typeof value === "object" && value !== null && Object.keys(value).length > 0,
      expected: "one method or more by name, each a function that makes its sampler and pruner.",
      fix: "write methods: { random: () => ({ sampler: random() }) }, or leave it out.",
    },
    trainings: countRule("trainings", 1, 60),
    seeds: countRule("seeds", 1, 5),
  });
  const { methods = raceEntrants, trainings = 60, seeds = 5 } = options;
  const epochs = Array.from({ length: trainings }, (_, i) => recordedEpochs * (i + 1));
  const raced: { method: string; regrets: number[][] }[] = [];
  for (const [method, entrant] of Object.entries(methods)) {
    const regrets: number[][] = [];
    for (let seed = 0; seed < seeds; seed++) regrets.push(await raceRegrets(entrant(), seed, epochs));
    raced.push({ method, regrets });
  }
  const ends = raced.map(({ regrets }) => regrets.map((regret) => regret.at(-1)!));
  return raced.map(({ method, regrets }, own) => {
    const sorted = epochs.map((_, i) => regrets.map((regret) => regret[i]!).sort((a, b) => a - b));
    const at = (share: number) => sorted.map((values) => quantile(values, share));
    const rank = meanRank(ends, own);
    return { method, epochs, regrets, median: at(0.5), lower: at(0.25), upper: at(0.75), rank };
  });
}

/** The mean over all seeds of a method's place at the end; equals share a place. */
function meanRank(ends: readonly (readonly number[])[], own: number): number {
  const places = ends[own]!.map((regret, seed) => {
    const others = ends.map((of) => of[seed]!);
    const [better, equal] = [
      others.filter((o) => o < regret).length,
      others.filter((o) => o === regret).length,
    ];
    return better + (equal + 1) / 2;
  });
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}
