export {
  type EstimateLabelNoiseOptions,
  estimateLabelNoise,
  type LabelNoiseEstimate,
} from "./estimate-label-noise.js";
export { type FindLabelIssuesOptions, findLabelIssues, type LabelIssue } from "./find-label-issues.js";
export type { LabelFilter } from "./label-filter.js";
export { type LabelScore, labelQuality } from "./label-quality.js";
export { type Relabel, type SuggestRelabelsOptions, suggestRelabels } from "./suggest-relabels.js";
