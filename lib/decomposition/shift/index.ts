export {
  attributeShift,
  type ConditionEffect,
  type Render,
  type ShiftAttribution,
} from "./attribute-shift.js";
export { type MixAndRate, mixAndRate, type SliceCounts, type SliceShift } from "./mix-and-rate.js";
export { type MixAndRateOfTagOptions, mixAndRateOfTag } from "./mix-and-rate-of-tag.js";
