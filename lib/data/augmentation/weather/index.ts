export { type FogOptions, fog } from "./fog.js";
export { type RainOptions, rain } from "./rain.js";
export { type ShadowOptions, shadow } from "./shadow.js";
export { type SnowOptions, snow } from "./snow.js";
export { type SunFlareOptions, sunFlare } from "./sun-flare.js";
