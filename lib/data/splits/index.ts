export { keepInMemory } from "./keep-in-memory.js";
export type { SameKind } from "./same-kind.js";
export { type SplitByGroupOptions, splitByGroup } from "./split-by-group.js";
export { type SplitDatasetOptions, splitDataset } from "./split-dataset.js";
export { subset } from "./subset.js";
export { type ValidationSplitOptions, validationSplit } from "./validation-split.js";
