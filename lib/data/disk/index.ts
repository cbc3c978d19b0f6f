export { checkDataSet, type DamagedFile } from "./check-data-set.js";
export { openDataSet } from "./open-data-set.js";
export type { WritingProgress } from "./progress.js";
export type { DataSetAbout, DataSetFormat } from "./record.js";
export { type WriteDataSetOptions, type WrittenDataSet, writeDataSet } from "./write-data-set.js";
