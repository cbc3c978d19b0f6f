import { type Axes, existsAt, snap } from "../gaussian-process/axes.js";
import { scrambledHalton } from "../numerics/scrambled-halton.js";
import type { Term } from "./terms.js";

/** How many points tell how often a conditional hyperparameter exists. */
const spreadPoints = 256;

/** How often each term's hyperparameters all exist, over an even spread of the space. */
export function existence(axes: Axes, terms: readonly Term[]): Float64Array {
  if (axes.list.every(({ when }) => when === undefined)) return new Float64Array(terms.length).fill(1);
  const spread = Array.from({ length: spreadPoints }, (_, i) =>
    snap(axes, scrambledHalton(i, axes.list.length, 0)),
  );
  return Float64Array.from(
    terms,
    ({ axes: of }) =>
      spread.filter((point) => of.every((k) => existsAt(axes.list, point, k))).length / spreadPoints,
  );
}
