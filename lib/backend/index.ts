export type { BackendName, BackendReport } from "./backend-report.js";
export * from "./compiled/index.js";
export { computesInCalls } from "./computes-in-calls.js";
export { holdRows } from "./hold-rows.js";
export { type StartOptions, start } from "./start.js";
export type { HeldRows } from "./tensorflow/index.js";
export type { DeviceChoice } from "./wanted-device.js";
