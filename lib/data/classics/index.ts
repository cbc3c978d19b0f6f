export { type MakeLinearOptions, makeLinear } from "./make-linear.js";
export { type MakeMoonsOptions, makeMoons } from "./make-moons.js";
export { type MakeSpiralsOptions, makeSpirals } from "./make-spirals.js";
export { type MakeXorOptions, makeXor } from "./make-xor.js";
