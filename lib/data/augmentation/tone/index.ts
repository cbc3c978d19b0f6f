export { autocontrast } from "./autocontrast.js";
export { type BrightnessOptions, brightness } from "./brightness.js";
export { type ContrastOptions, contrast } from "./contrast.js";
export { equalize } from "./equalize.js";
export { type GammaOptions, gamma } from "./gamma.js";
export { invert } from "./invert.js";
export { type PosterizeOptions, posterize } from "./posterize.js";
export { type SolarizeOptions, solarize } from "./solarize.js";
