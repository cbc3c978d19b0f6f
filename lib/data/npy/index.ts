export { type DatasetFromNpyOptions, datasetFromNpy } from "./dataset-from-npy.js";
export { type DatasetFromNpzOptions, datasetFromNpz } from "./dataset-from-npz.js";
export type { NpyArray } from "./decode-npy.js";
export type { NpyData, NpyNumbers } from "./npy-types.js";
export { readNpy } from "./read-npy.js";
export { readNpz } from "./read-npz.js";
export { writeNpy } from "./write-npy.js";
export { type ArrayToStore, writeNpz } from "./write-npz.js";
