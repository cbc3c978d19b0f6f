import { packedLength } from "../numerics/packed-cholesky.js";
import { type Effects, effectsUnder, type Sums } from "./fit-effects.js";
import type { Term } from "./terms.js";

/** In logarithms: e times as likely with as without. Terms that do nothing pass it about one time in twenty. */
const evidenceMargin = 1;

/**
 * Whether the samples speak for some terms: the model with them has more evidence than the model without.
 *
 * @see D. MacKay, "Bayesian Interpolation" (1992)
 */
export function isEvident(
  sums: Sums,
  spreads: Float64Array,
  { logEvidence }: Effects,
  terms: readonly Term[],
  isLeftOut: (term: Term) => boolean,
): boolean {
  const kept = terms.flatMap((term, t) => (isLeftOut(term) ? [] : [t]));
  const products = new Float64Array(packedLength(kept.length));
  let at = 0;
  for (const [i, t] of kept.entries())
    for (const u of kept.slice(0, i + 1)) products[at++] = sums.products[packedLength(t) + u]!;
  const rest = {
    ...sums,
    terms: kept.length,
    products,
    targets: Float64Array.from(kept, (t) => sums.targets[t]!),
  };
  const without = effectsUnder(
    rest,
    Float64Array.from(kept, (t) => spreads[t]!),
  );
  return logEvidence - without.logEvidence > evidenceMargin;
}
