export { type GaussianBlurOptions, gaussianBlur } from "./gaussian-blur.js";
export { type MotionBlurOptions, motionBlur } from "./motion-blur.js";
export { type SharpenOptions, sharpen } from "./sharpen.js";
