export type { CheckpointOptions } from "./checkpoints/checkpoint-options.js";
export { type EvaluateOptions, evaluate } from "./evaluate.js";
export type { AugmentHook, RawBatch } from "./fit/augment-hook.js";
export type { EarlyStoppingOptions } from "./fit/early-stopping.js";
export { fit } from "./fit/fit.js";
export type { FitOptions } from "./fit/fit-options.js";
export * from "./keras/index.js";
export type { LearningRateRange, LearningRateTrial } from "./learning-rate-range/learning-rate-range.js";
export {
  type SuggestLearningRateOptions,
  suggestLearningRate,
} from "./learning-rate-range/suggest-learning-rate.js";
export * from "./losses/index.js";
export type { ClassWeightsChoice, LossChoice } from "./losses/loss-of.js";
export * from "./memory/index.js";
export { nextTurn } from "./next-turn.js";
export * from "./optimizers/index.js";
export { type PredictionsOptions, predictions } from "./predictions.js";
export { type HistoryRow, historyTable } from "./progress/history-table.js";
export type { StepReport } from "./progress/step-report.js";
export { loadModel } from "./saving/load-model.js";
export { saveModel } from "./saving/save-model.js";
export * from "./schedules/index.js";
export { penalties } from "./step/penalties.js";
export { type TrainStep, trainStep } from "./step/train-step.js";
export type { BatchPart, TrainStepOptions } from "./step/update-step.js";
export { toInput } from "./to-input.js";
export { toTensors } from "./to-tensors.js";
