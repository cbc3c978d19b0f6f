export type { Embeddings } from "./embeddings/embeddings.js";
export {
  type FindHiddenSlicesOptions,
  findHiddenSlices,
  type HiddenSlice,
  type HiddenSliceReport,
} from "./embeddings/find-hidden-slices.js";
export { type FindSlicesOptions, findSlices } from "./find-slices.js";
export type { Slice, SliceReport } from "./slice.js";
export type { SliceCondition } from "./slice-condition.js";
export type { SliceOptions } from "./slice-options.js";
export { type ScoredSlice, type TopSlicesOptions, topSlices } from "./top-slices.js";
