export { type AdviseSearchOptions, adviseSearch, type SearchAdvice } from "./advice/advise-search.js";
export { type ExpectedGain, type ExpectedGainOptions, expectedGain } from "./advice/expected-gain.js";
export { formatRace } from "./benchmark/format-race.js";
export type { RaceEntrant } from "./benchmark/race-entrants.js";
export { type RaceMethodsOptions, type RaceRow, raceMethods } from "./benchmark/race-methods.js";
export {
  type EvaluateOptions,
  type RecordedBenchmark,
  type RecordedBest,
  recordedBenchmark,
} from "./benchmark/recorded-benchmark.js";
export type { RecordedConfiguration, TrainedConfiguration } from "./benchmark/recorded-configuration.js";
export type { RecordedTraining } from "./benchmark/recorded-training.js";
export type { RangeAction, RangeDecision, RangeEvidence, SearchRound } from "./coarse-to-fine/round.js";
export { searchRounds } from "./coarse-to-fine/search-rounds.js";
export { type ShowOnDashboardOptions, showOnDashboard } from "./dashboard/show-on-dashboard.js";
export { checkStudy } from "./health/check-study.js";
export type { StudyFinding, StudyFindingCode } from "./health/study-finding.js";
export { type ComparePairedOptions, comparePaired, type PairedComparison } from "./noise/compare-paired.js";
export { type NoiseReportOptions, noiseReport } from "./noise/noise-report.js";
export type { ConfigurationReport, NoiseReport } from "./noise/reported-noise.js";
export { type SuggestedRepeat, type SuggestRepeatOptions, suggestRepeat } from "./noise/suggest-repeat.js";
export { type SearchProgram, searchProgram } from "./programs/search-program.js";
export { type AshaOptions, asha } from "./pruners/asha.js";
export { type Bracket, brackets, hyperband } from "./pruners/hyperband.js";
export { type MedianOptions, median } from "./pruners/median.js";
export type { PromoteRequest, PruneRequest, Pruner } from "./pruners/pruner.js";
export type { HalvingOptions } from "./pruners/rungs/rungs.js";
export { type SuccessiveHalvingOptions, successiveHalving } from "./pruners/successive-halving.js";
export { Coordinator, type CoordinatorOptions } from "./queue/coordinator.js";
export { QueueWorker, type QueueWorkerOptions } from "./queue/queue-worker.js";
export { auto } from "./samplers/auto.js";
export { type CmaEsOptions, cmaEs } from "./samplers/cma-es.js";
export { type CoarseToFineOptions, coarseToFine } from "./samplers/coarse-to-fine.js";
export { type GaussianProcessOptions, gaussianProcess } from "./samplers/gaussian-process.js";
export { type GridOptions, grid } from "./samplers/grid.js";
export { random } from "./samplers/random.js";
export type { Sampler, SuggestRequest } from "./samplers/sampler.js";
export { type SobolOptions, sobol } from "./samplers/sobol.js";
export { type TpeOptions, tpe } from "./samplers/tpe.js";
export { formatLocalSensitivity } from "./sensitivity/format-local-sensitivity.js";
export { formatSensitivity } from "./sensitivity/format-sensitivity.js";
export { type LocalSensitivityOptions, localSensitivity } from "./sensitivity/local-sensitivity.js";
export type { LocalParameterSensitivity, LocalSensitivity } from "./sensitivity/local-sensitivity-table.js";
export { type SensitivityOptions, sensitivity } from "./sensitivity/sensitivity.js";
export type { ParameterSensitivity, Sensitivity } from "./sensitivity/sensitivity-table.js";
export type { StudiedTrials } from "./sensitivity/studied-trials.js";
export { choice } from "./space/choice.js";
export { containsValue } from "./space/contains-value.js";
export { describeDistribution } from "./space/describe-distribution.js";
export type {
  ChoiceDistribution,
  Distribution,
  FloatDistribution,
  IntDistribution,
  Parameters,
  ParameterValue,
} from "./space/distribution.js";
export { fixed } from "./space/fixed.js";
export { float, type NumberOptions } from "./space/float.js";
export { fromUnit } from "./space/from-unit.js";
export { int } from "./space/int.js";
export type { RangeOptions } from "./space/make-distribution.js";
export type { IsConditional, Parameter } from "./space/parameter.js";
export type { ParameterOptions, When } from "./space/parameter-options.js";
export { sameDistribution } from "./space/same-distribution.js";
export type { ParameterRole, SearchSpace, SpaceParameter } from "./space/search-space.js";
export { type ParameterRecord, type Space, space, type ValuesOf } from "./space/space.js";
export { toUnit } from "./space/to-unit.js";
export { memoryStore } from "./stores/memory-store.js";
export { sqliteStore } from "./stores/sqlite/sqlite-store.js";
export type {
  EnqueuedTrial,
  RunningTrial,
  Store,
  StoredStudy,
  StudySettings,
  TrialEnd,
} from "./stores/store.js";
export { bestTrial } from "./studies/best-trial.js";
export { type CreateStudyOptions, createStudy } from "./studies/create-study.js";
export type { Objective, OptimizeOptions, Outcome, Study } from "./studies/study.js";
export type { Trial } from "./trials/trial.js";
export type { IntermediateValue, TrialRecord, TrialState } from "./trials/trial-record.js";
export { trialSeed } from "./trials/trial-seed.js";
export { withoutContinued } from "./trials/without-continued.js";
