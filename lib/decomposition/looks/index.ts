export { errorCorrelation } from "./error-correlation.js";
export {
  type LadderAnswer,
  type LadderGuard,
  type LadderGuardOptions,
  ladderGuard,
} from "./ladder-guard.js";
export type { LooksPrediction } from "./looks-prediction.js";
export { type LooksOptions, predictValidationOverfitting } from "./predict-validation-overfitting.js";
export {
  type Thresholdout,
  type ThresholdoutAnswer,
  type ThresholdoutOptions,
  thresholdout,
} from "./thresholdout.js";
