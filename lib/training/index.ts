export { type EvaluateOptions, evaluate } from "./evaluate.js";
export { type FitOptions, fit } from "./fit.js";
export { nextTurn } from "./next-turn.js";
export { penalties } from "./penalties.js";
export { type PredictionsOptions, predictions } from "./predictions.js";
export { toInput } from "./to-input.js";
export { toTensors } from "./to-tensors.js";
export { type BatchLoss, type TrainStep, type TrainStepOptions, trainStep } from "./train-step.js";
