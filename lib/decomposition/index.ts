export { type DecomposeErrorOptions, decomposeError } from "./decompose-error.js";
export type { ErrorLadder } from "./error-ladder.js";
export { assertPredictionLog } from "./logs/assert-prediction-log.js";
export { countErrors } from "./logs/count-errors.js";
export { type LadderFromHistoryOptions, ladderFromHistory } from "./logs/ladder-from-history.js";
export { type LadderFromLogsOptions, ladderFromLogs } from "./logs/ladder-from-logs.js";
export { type ReadPredictionLogOptions, readPredictionLog } from "./logs/read-prediction-log.js";
export { writePredictionLog } from "./logs/write-prediction-log.js";
export * from "./metrics/index.js";
