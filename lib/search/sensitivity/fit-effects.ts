import { packedCholesky, packedLength } from "../numerics/packed-cholesky.js";
import { solveLower, solveLowerTransposed } from "../numerics/triangular-solve.js";

/** What a regression takes from the samples: sums over them, all columns without their mean. */
export interface Sums {
  readonly samples: number;
  readonly terms: number;
  /** Packed: of products of two terms, of term and target, of the target's square. */
  readonly products: Float64Array;
  readonly targets: Float64Array;
  readonly square: number;
}

/** A regression whose weights are drawn towards 0. */
export interface Effects {
  readonly weights: Float64Array;
  /** Packed Cholesky factor of the weights' precision, but for the noise. */
  readonly lower: Float64Array;
  /** 0 where all targets are equal. */
  readonly noiseVariance: number;
  readonly samples: number;
  /** log of the evidence for the model, but for a constant of the samples. */
  readonly logEvidence: number;
}

/** The sums of samples: `rows` holds the terms of each. */
export function sumsOf(
  rows: readonly Float64Array[],
  values: ArrayLike<number>,
  shares: ArrayLike<number>,
): Sums {
  const terms = rows[0]!.length;
  let total = 0;
  for (let i = 0; i < rows.length; i++) total += shares[i]!;
  const means = new Float64Array(terms);
  // From the first value on, so that equal ones have no spread at all.
  const origin = values[0]!;
  let mean = 0;
  rows.forEach((row, i) => {
    for (let t = 0; t < terms; t++) means[t]! += (shares[i]! / total) * row[t]!;
    mean += (shares[i]! / total) * (values[i]! - origin);
  });
  const products = new Float64Array(packedLength(terms));
  const targets = new Float64Array(terms);
  let square = 0;
  rows.forEach((row, i) => {
    const centred = row.map((value, t) => value - means[t]!);
    const target = values[i]! - origin - mean;
    square += shares[i]! * target * target;
    for (let t = 0, at = 0; t < terms; t++) {
      const share = shares[i]! * centred[t]!;
      targets[t]! += share * target;
      for (let u = 0; u <= t; u++) products[at++]! += share * centred[u]!;
    }
  });
  return { samples: total, terms, products, targets, square };
}

/** Weights under priors that expect each to be about the root of its `spread` in deviations of the noise. */
export function effectsUnder(sums: Sums, spreads: Float64Array): Effects {
  const { products, targets, square, terms, samples } = sums;
  const lower = Float64Array.from(products);
  for (let t = 0, at = 0; t < terms; t++, at += t + 1) lower[at]! += 1 / spreads[t]!;
  packedCholesky(lower, terms);
  const half = solveLower(lower, terms, Float64Array.from(targets));
  const explained = half.reduce((sum, value) => sum + value * value, 0);
  const freedom = Math.max(samples - 1, 1);
  const left = Math.max(square - explained, 1e-12 * square, 1e-300);
  let halfLogDeterminant = 0;
  for (let t = 0, at = 0; t < terms; t++, at += t + 1)
    halfLogDeterminant += Math.log(lower[at]!) + 0.5 * Math.log(spreads[t]!);
  return {
    weights: solveLowerTransposed(lower, terms, half),
    lower,
    noiseVariance: square > 0 ? left / freedom : 0,
    samples,
    logEvidence: -0.5 * freedom * Math.log(left) - halfLogDeterminant,
  };
}
