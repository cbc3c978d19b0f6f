export { readKerasWeights } from "./read-keras-weights.js";
export { writeKerasWeights } from "./write-keras-weights.js";
