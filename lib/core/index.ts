export { alignedLeft } from "./aligned-left.js";
export { cellSignal } from "./cell-signal.js";
export { checkOptions } from "./check-options.js";
export { type CsvCursor, csvCursor } from "./csv-cursor.js";
export type { Dataset, RegressionDataset, Samples } from "./dataset.js";
export { displayAs } from "./display-as.js";
export { type DisplayBundle, displayHook } from "./display-hook.js";
export { type EncodePngOptions, encodePng } from "./encode-png.js";
export {
  type ErrorDecomposition,
  type ErrorRung,
  type ErrorRungName,
  type ErrorTerm,
  type ErrorTermName,
  errorTermLabels,
  type MoreImages,
} from "./error-decomposition.js";
export type { Figure, Trace } from "./figure.js";
export type { Diagnosis, Finding, FindingCode } from "./finding.js";
export { formatBytes } from "./format-bytes.js";
export { formatPercent } from "./format-percent.js";
export type { EpochRecord, History, SplitScores } from "./history.js";
export { loadOptional, resolveOptional } from "./load-optional.js";
export { nearestName } from "./nearest-name.js";
export { ownLine } from "./own-line.js";
export type { PredictionLog } from "./prediction-log.js";
export { progressBar } from "./progress-bar.js";
export { ProgressOutput, type ProgressOutputParts } from "./progress-output.js";
export * from "./random/index.js";
export type { CountedRate, Rate } from "./rate.js";
export { copiesFromMemory, isInMemory } from "./samples-in-memory.js";
export { shortValue } from "./short-value.js";
export { shownValue } from "./shown-value.js";
export {
  type Row,
  type SqlConnect,
  type SqlConnection,
  type SqlStatement,
  type SqlValue,
  sqliteModule,
} from "./sqlite/sqlite-module.js";
export * from "./statistics/index.js";
export { escapeHtml, tableForms } from "./table-forms.js";
export { type TakeLockOptions, takeLock } from "./take-lock.js";
export { UsageError, type UsageErrorParts } from "./usage-error.js";
export { withCellSignal } from "./with-cell-signal.js";
export { wrapped } from "./wrapped.js";
export { writeAtomically } from "./write-atomically.js";
