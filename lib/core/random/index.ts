export { integerBelow } from "./integer-below.js";
export { normal } from "./normal.js";
export { permutation } from "./permutation.js";
export { type RandomSource, randomSource } from "./random-source.js";
