export type { BackendName, BackendReport } from "./backend-report.js";
export * from "./compiled/index.js";
export { type StartOptions, start } from "./start.js";
export type { DeviceChoice } from "./wanted-device.js";
