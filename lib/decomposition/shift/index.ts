export {
  attributeShift,
  type ConditionEffect,
  type Render,
  type ShiftAttribution,
} from "./attribute-shift.js";
export {
  type EmbeddingShift,
  type EmbeddingShiftOptions,
  embeddingShift,
} from "./embedding-shift.js";
export {
  type AccuracyEstimate,
  type EstimateAccuracyOptions,
  estimateAccuracy,
} from "./estimate-accuracy.js";
export { type LabelShift, type LabelShiftOptions, labelShift } from "./label-shift.js";
export { type MixAndRate, mixAndRate, type SliceCounts, type SliceShift } from "./mix-and-rate.js";
export { type MixAndRateOfTagOptions, mixAndRateOfTag } from "./mix-and-rate-of-tag.js";
export { type TagShift, type TagShiftsOptions, tagShifts } from "./tag-shifts.js";
export type { UnlabelledLog } from "./unlabelled-log.js";
