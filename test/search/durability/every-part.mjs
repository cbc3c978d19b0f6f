import * as search from "deep-pessimist/search";

const halving = { maxSteps: 4, reduction: 2 };

/**
 * Every sampler and every pruner by its name, for studies of some twenty trials with four reports each.
 *
 * @type {Readonly<Record<string, () => { sampler?: search.Sampler, pruner?: search.Pruner }>>}
 */
export const everyPart = {
  random: () => ({ sampler: search.random() }),
  grid: () => ({ sampler: search.grid() }),
  sobol: () => ({ sampler: search.sobol() }),
  tpe: () => ({ sampler: search.tpe() }),
  gaussianProcess: () => ({ sampler: search.gaussianProcess() }),
  cmaEs: () => ({ sampler: search.cmaEs() }),
  coarseToFine: () => ({ sampler: search.coarseToFine({ trialsPerRound: 8 }) }),
  auto: () => ({ sampler: search.auto() }),
  median: () => ({ pruner: search.median({ startTrials: 2 }) }),
  successiveHalving: () => ({ pruner: search.successiveHalving({ ...halving, cohort: 8 }) }),
  asha: () => ({ pruner: search.asha(halving) }),
  hyperband: () => ({ pruner: search.hyperband(halving) }),
};
