/** A monotone map of the objective to numbers that a Gaussian process fits well, of mean 0 and variance 1. */
export interface OutputWarp {
  readonly targets: Float64Array;
  /** log |dz/dy| summed over the samples, so that likelihoods of different warps compare. */
  readonly logSlopes: Float64Array;
}

/** How many of the first samples tell over which range the objective varies. */
const spreadSamples = 12;

/** The warps that are tried: how far below the best value the logarithm has its pole, in distances from best to median. */
export const warpOffsets: readonly number[] = [Number.POSITIVE_INFINITY, 1, 0.1, 0.01];

/**
 * The objective's values, to be minimised, as targets: linear where the offset is infinite, else logarithms of their
 * distance from a pole below the best.
 *
 * @see A. Cowen-Rivers et al., "HEBO: Pushing the Limits of Sample-Efficient Hyperparameter Optimisation" (2022), on warps
 */
export function warpOutputs(values: Float64Array, offset: number): OutputWarp {
  const best = values.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY);
  // Measured on the first, evenly spread samples: the later ones crowd round the best.
  const first = values.slice(0, spreadSamples).sort();
  const spread = first[Math.floor(first.length / 2)]! - best || first.at(-1)! - best || 1;
  const pole = offset * spread;
  const warped = Number.isFinite(offset)
    ? values.map((y) => Math.log(y - best + pole))
    : Float64Array.from(values);
  const mean = warped.reduce((sum, z) => sum + z, 0) / warped.length;
  const deviation = Math.sqrt(warped.reduce((sum, z) => sum + (z - mean) ** 2, 0) / warped.length) || 1;
  return {
    targets: warped.map((z) => (z - mean) / deviation),
    logSlopes: values.map(
      (y) => -Math.log(deviation) - (Number.isFinite(offset) ? Math.log(y - best + pole) : 0),
    ),
  };
}
