export type { BackendName, BackendReport } from "./backend-report.js";
export { type StartOptions, start } from "./start.js";
