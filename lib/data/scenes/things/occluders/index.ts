export { barrier } from "./barrier.js";
export { column } from "./column.js";
