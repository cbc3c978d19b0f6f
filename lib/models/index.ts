export { type Activation, initializer } from "./initializer.js";
export { type LeNetOptions, leNet } from "./le-net.js";
export { type MajorityClass, majorityClass } from "./majority-class.js";
