export { type DecomposeErrorOptions, decomposeError } from "./decompose-error.js";
export type { ErrorLadder } from "./error-ladder.js";
