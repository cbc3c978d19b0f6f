import type { Labelled } from "./labelled.js";

/** Updates of each row: more would fit what is chance in a model's probabilities. */
const updates = 3;

/** A probability that counts as none. */
const none = 1e-6;

/**
 * From the probabilities of given labels to those of true labels, before they are sharpened: a few multiplicative updates
 * towards what the transition matrix turns into the probabilities given.
 *
 * @param transition - row-major, shape [true label, given label]
 * @returns logarithms, row-major, shape [samples, classes]
 * @see W. Richardson, "Bayesian-Based Iterative Method of Image Restoration" (1972); L. Lucy (1974), the same updates
 */
export function removeNoise({ probabilities, classes }: Labelled, transition: Float64Array): Float64Array {
  const width = classes.length;
  const clean = Float64Array.from(probabilities, (p) => Math.max(p, none));
  const ratio = new Float64Array(width);
  for (let first = 0; first < clean.length; first += width)
    for (let update = 0; update < updates; update++) {
      for (let s = 0; s < width; s++) {
        let mixed = 0;
        for (let y = 0; y < width; y++) mixed += clean[first + y]! * transition[y * width + s]!;
        ratio[s] = probabilities[first + s]! / mixed;
      }
      for (let y = 0; y < width; y++) {
        let gain = 0;
        for (let s = 0; s < width; s++) gain += transition[y * width + s]! * ratio[s]!;
        clean[first + y]! *= gain;
      }
    }
  return clean.map((p) => Math.log(Math.max(p, none * none)));
}
