export { type CheckBaselinesOptions, checkBaselines } from "./baselines/check-baselines.js";
export {
  type CheckMeanTargetOptions,
  checkMeanTarget,
  type RegressionAnswers,
} from "./baselines/check-mean-target.js";
export { type CheckInitialLossOptions, checkInitialLoss } from "./checks/initial-loss.js";
export { type CheckInputRangeOptions, checkInputRange } from "./checks/input-range.js";
export { checkLabels, type LabelContract } from "./checks/label-contract.js";
export { type DiagnoseOptions, diagnose } from "./diagnose.js";
export { type Outcome, outcomeOf } from "./experiment/outcome.js";
export {
  type OneBatchResult,
  type OverfitOneBatchOptions,
  overfitOneBatch,
} from "./experiment/overfit-one-batch.js";
export { formatDiagnosis } from "./format-diagnosis.js";
export { formatSteps } from "./format-steps.js";
export { assertTrainingProgram } from "./program/assert-training-program.js";
export { type LabelForm, labelForm } from "./program/label-form.js";
export { type LayerStep, stepThrough } from "./step-through.js";
export type { LabelledSamples, Loss, SeededProgram, Task, TrainingProgram } from "./training-program.js";
