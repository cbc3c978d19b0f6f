export { type CutmixOptions, cutmix } from "./cutmix.js";
export { type MixupOptions, mixup } from "./mixup.js";
