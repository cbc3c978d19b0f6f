export { type CutoutOptions, cutout } from "./cutout.js";
export type { Fill } from "./fill-box.js";
export { type RandomErasingOptions, randomErasing } from "./random-erasing.js";
