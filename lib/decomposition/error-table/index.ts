export {
  type ErrorTable,
  type ErrorTableOptions,
  type ErrorTableRow,
  type ErrorType,
  errorTable,
} from "./error-table.js";
export { type ErrorRule, errorTypesFromLogs, type LoggedError } from "./error-types-from-logs.js";
export type { Priority } from "./priority-of.js";
export { type WorstError, type WorstErrorsOptions, worstErrors } from "./worst-errors.js";
