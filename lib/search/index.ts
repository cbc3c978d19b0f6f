export type { PruneRequest, Pruner } from "./pruners/pruner.js";
export type { Sampler, SuggestRequest } from "./samplers/sampler.js";
export type {
  ChoiceDistribution,
  Distribution,
  FloatDistribution,
  IntDistribution,
  Parameters,
  ParameterValue,
} from "./space/distribution.js";
export type { ParameterRole, SearchSpace, SpaceParameter } from "./space/search-space.js";
export type { IntermediateValue, TrialRecord, TrialState } from "./trials/trial-record.js";
