export { type ColourJitterOptions, colourJitter } from "./colour-jitter.js";
export { grayscale } from "./grayscale.js";
export { type HueOptions, hue } from "./hue.js";
export { type SaturationOptions, saturation } from "./saturation.js";
export { shuffleChannels } from "./shuffle-channels.js";
