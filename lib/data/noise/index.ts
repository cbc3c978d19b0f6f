export { type AddLabelNoiseOptions, addLabelNoise } from "./add-label-noise.js";
