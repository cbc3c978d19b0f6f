export { type CauseName, causeLabels } from "./cause.js";
export type { Evidence } from "./evidence.js";
export { type FormatNextStepsOptions, formatNextSteps } from "./format-next-steps.js";
export type { NextStep, NextSteps, SetAside } from "./next-steps.js";
export type { RemedyName } from "./remedy-name.js";
export { type SuggestNextStepsOptions, suggestNextSteps } from "./suggest-next-steps.js";
