export * from "./next-steps/index.js";
