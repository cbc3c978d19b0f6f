export { type DatasetFromTableOptions, datasetFromTable } from "./dataset-from-table.js";
export type { TableOptions } from "./features-of.js";
export { type RegressionFromTableOptions, regressionFromTable } from "./regression-from-table.js";
export { type SequencesFromTableOptions, sequencesFromTable } from "./sequences-from-table.js";
