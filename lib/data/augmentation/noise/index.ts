export { type GaussianNoiseOptions, gaussianNoise } from "./gaussian-noise.js";
export { type PixelateOptions, pixelate } from "./pixelate.js";
export { type SaltAndPepperOptions, saltAndPepper } from "./salt-and-pepper.js";
