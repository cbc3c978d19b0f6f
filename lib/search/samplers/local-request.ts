import { stretchOf, subRange } from "../coarse-to-fine/sub-range.js";
import type { SearchSpace } from "../space/search-space.js";
import { toUnit } from "../space/to-unit.js";
import { bestTrial } from "../studies/best-trial.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { withoutContinued } from "../trials/without-continued.js";
import type { SuggestRequest } from "./sampler.js";

/** How far the region reaches from the best trial to either side, as a share of each range: at first, and at least. */
const [widest, narrowest] = [0.2, 0.01];

/**
 * The same request in a region round the best trial, with the trials nearest to it: a model of a few of them sees bends that one of
 * the whole space smooths over. The region is halved whenever so many trials as twice the hyperparameters found nothing better.
 *
 * @returns undefined where there are too few trials to tell a region from the whole
 * @see D. Eriksson and others, "Scalable Global Optimization via Local Bayesian Optimization" (2019)
 */
export function localRequest(request: SuggestRequest): SuggestRequest | undefined {
  const { space, direction, number } = request;
  const numbers = space.filter(({ distribution }) => distribution.type !== "choice");
  const trials = withoutContinued(request.trials.slice(0, number));
  const [size, least] = [12 + 4 * numbers.length, 10 + 3 * numbers.length];
  const best = bestTrial(trials, direction);
  if (best === undefined || numbers.length === 0 || trials.length < least) return undefined;
  const halvings = Math.floor((number - best.number) / (2 * space.length));
  const reach = Math.max(narrowest, widest / 2 ** halvings);
  const farOff = ({ parameters }: TrialRecord): number =>
    numbers.reduce((most, { name, distribution }) => {
      const [a, b] = [parameters[name], best.parameters[name]];
      if (a === undefined || b === undefined) return most;
      return Math.max(most, Math.abs(toUnit(distribution, a) - toUnit(distribution, b)));
    }, 0);
  const near = trials
    .map((trial) => ({ trial, distance: farOff(trial) }))
    .sort((a, b) => a.distance - b.distance || a.trial.number - b.trial.number)
    .slice(0, size)
    .map(({ trial }) => trial)
    .sort((a, b) => a.number - b.number);
  const running = request.trials.filter(
    ({ state, number }) => state === "running" && !near.some((t) => t.number === number),
  );
  return { ...request, space: narrowed(space, best, reach), trials: [...near, ...running] };
}

/** Each range of numbers as far as the region reaches; one with steps holds a value to either side at least. */
function narrowed(space: SearchSpace, { parameters }: TrialRecord, reach: number): SearchSpace {
  return space.map((parameter) => {
    const { name, distribution } = parameter;
    const value = parameters[name];
    if (
      distribution.type === "choice" ||
      typeof value !== "number" ||
      !(distribution.low < distribution.high)
    )
      return parameter;
    const [from, to] = stretchOf(distribution, { low: value, high: value });
    const stretch = [from - reach, to + reach] as const;
    return { ...parameter, distribution: subRange(distribution, stretch) };
  });
}
