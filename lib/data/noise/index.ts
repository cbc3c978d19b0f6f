export { type AddLabelNoiseOptions, addLabelNoise } from "./add-label-noise.js";
export { type AnnotateOptions, type Annotations, type Annotator, annotate } from "./annotate.js";
export { type HumanError, type HumanLevel, humanLevel } from "./human-level.js";
export type { LabelNoise } from "./label-noise.js";
