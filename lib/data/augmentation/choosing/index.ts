export { oneOf } from "./one-of.js";
export { sometimes } from "./sometimes.js";
