export { constant } from "./constant.js";
export { type CosineOptions, cosine } from "./cosine.js";
export { type OneCycleOptions, oneCycle } from "./one-cycle.js";
export type { Schedule } from "./schedule.js";
export { type StepDecayOptions, stepDecay } from "./step-decay.js";
export { type WarmUpOptions, warmUp } from "./warm-up.js";
