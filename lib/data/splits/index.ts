export { keepInMemory } from "./keep-in-memory.js";
export { type SplitDatasetOptions, splitDataset } from "./split-dataset.js";
export { subset } from "./subset.js";
