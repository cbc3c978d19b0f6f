export * from "./scenes/index.js";
