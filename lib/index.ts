// biome-ignore-all assist/source/organizeImports: the order is the course's.
export * as core from "./core/index.js"; // what the others share
export * as backend from "./backend/index.js"; // which TensorFlow runs
export * as data from "./data/index.js"; // make it
export * as models from "./models/index.js"; // fit it
export * as training from "./training/index.js";
export * as debugging from "./debugging/index.js"; // is it broken?
export * as decomposition from "./decomposition/index.js"; // where is the error?
export * as improvement from "./improvement/index.js"; // what next?
export * as search from "./search/index.js"; // tune it
export * as plots from "./plots/index.js"; // see it
export * as course from "./course/index.js"; // learn it
