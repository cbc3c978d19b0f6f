export { integerBelow } from "./integer-below.js";
export { mixWord } from "./mix-word.js";
export { normal } from "./normal.js";
export { permutation } from "./permutation.js";
export { type RandomSource, randomSource } from "./random-source.js";
export { sfc32 } from "./sfc32.js";
