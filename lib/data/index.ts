export { bayesError } from "./bayes-error.js";
export * from "./classics/index.js";
export * from "./looking/index.js";
export * from "./noise/index.js";
export * from "./npy/index.js";
export * from "./scenes/index.js";
export * from "./sources/index.js";
export * from "./splits/index.js";
export * from "./streaming/index.js";
