import { assertOptions } from "../options/assert-options.js";
import { confidenceRule, countRule } from "../options/option-rules.js";
import type { StudiedTrials } from "../sensitivity/studied-trials.js";
import type { Parameters } from "../space/distribution.js";
import { trialSeed } from "../trials/trial-seed.js";
import { comparePaired } from "./compare-paired.js";
import { type Configuration, configurationsOf } from "./configurations.js";
import { pairedValues } from "./paired-values.js";
import { repeatMean } from "./repeat-mean.js";

/** How {@link suggestRepeat} chooses. */
export interface SuggestRepeatOptions {
  /** How many of the best configurations are told apart; defaults to 5. */
  readonly contenders?: number;
  /** How many repeats each gets at most; defaults to 10. */
  readonly mostRepeats?: number;
  /** How often the comparisons hold, in 0…1; defaults to 0.95. */
  readonly confidence?: number;
}

/** One run that would tell the best configurations apart: `study.enqueue(parameters, { seed })`. */
export interface SuggestedRepeat {
  readonly parameters: Parameters;
  /** The same for the n-th repeat of every configuration, so that they pair. */
  readonly seed: number;
  readonly reason: string;
}

/**
 * The next run that helps to tell the best configurations apart: each gets two repeats, and only what is not yet beaten by the
 * leader gets more, all on the same seeds. Undefined where the winner is decided, the repeats are used up, or those that wait must
 * be run first; what is enqueued and not run yet counts, so several may be asked for at once.
 *
 * A configuration of which a repeat failed is out of the race, and one that was pruned has used a repeat and says nothing: repeat
 * without a pruner.
 *
 * @param options.contenders - how many of the best are told apart; defaults to 5
 * @param options.mostRepeats - how many repeats each gets at most; defaults to 10
 * @param options.confidence - how often the comparisons hold; defaults to 0.95
 * @see O. Maron and A. Moore, "Hoeffding Races" (1994), on races
 * @example
 * const study = await createStudy({ name: "noisy", space: space({ x: float(0, 1) }) });
 * await study.optimize(({ parameters: { x } }) => x, { trials: 6 });
 * const { parameters, seed } = suggestRepeat(study);
 * study.enqueue(parameters, { seed }); // 6
 */
export function suggestRepeat(
  study: StudiedTrials & { readonly seed: number },
  options: SuggestRepeatOptions = {},
): SuggestedRepeat | undefined {
  assertOptions("suggestRepeat", options, {
    contenders: countRule("contenders", 2, 5),
    mostRepeats: countRule("mostRepeats", 0, 10),
    confidence: confidenceRule(0.95),
  });
  const { contenders = 5, mostRepeats = 10, confidence = 0.95 } = options;
  const { trials, direction, seed } = study;
  const sign = direction === "minimize" ? 1 : -1;
  const byFound = [...configurationsOf(trials)].sort(
    (a, b) => sign * (a.trials[0]!.value! - b.trials[0]!.value!),
  );
  const race = byFound
    .slice(0, contenders)
    .filter(({ others }) => others.every(({ state }) => state !== "failed"));
  if (race.length < 2) return undefined;
  const next = (configuration: Configuration, reason: string): SuggestedRepeat => ({
    parameters: configuration.parameters,
    seed: firstUnused(configuration, seed),
    reason,
  });
  const fewest = race.find((configuration) => repeats(configuration) < Math.min(2, mostRepeats));
  if (fewest !== undefined)
    return next(
      fewest,
      `it has ${repeats(fewest)} of the 2 repeats that each of the best ${race.length} gets`,
    );
  const told = race.filter(({ trials }) => trials.length > 1);
  if (told.length < 2) return undefined;
  const leader = told.reduce((a, b) => (sign * repeatMean(b).mean < sign * repeatMean(a).mean ? b : a));
  const perPair = 1 - (1 - confidence) / (race.length - 1);
  const open = race.filter((other) => {
    const { first, second } = pairedValues(leader, other);
    return (
      other !== leader && comparePaired(first, second, { confidence: perPair, direction }).better !== "first"
    );
  });
  if (open.length === 0) return undefined;
  const left = [leader, ...open].filter((configuration) => repeats(configuration) < mostRepeats);
  if (left.length === 0) return undefined;
  const least = left.reduce((a, b) => (repeats(b) < repeats(a) ? b : a));
  const trialOf = ({ trials }: Configuration) => trials[0]!.number;
  return next(
    least,
    least === leader
      ? `trial ${trialOf(leader)} leads, and ${open.length} ${open.length === 1 ? "other is" : "others are"} not beaten yet`
      : `trial ${trialOf(least)} is not told from trial ${trialOf(leader)}, which leads`,
  );
}

/** How many runs a configuration has had or will have, but for the one by which it was found. */
function repeats({ trials, others }: Configuration): number {
  return trials.length - 1 + others.length;
}

/** The first of the common seeds that a configuration has not had. */
function firstUnused({ trials, others }: Configuration, seed: number): number {
  const used = new Set([...trials.slice(1), ...others].map((trial) => trial.seed));
  for (let n = 1; ; n++) {
    const candidate = trialSeed(seed, -n);
    if (!used.has(candidate)) return candidate;
  }
}
