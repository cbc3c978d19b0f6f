/** What makes the measured error of a recipe vary, as variances of a single run on a single image. */
export interface VarianceComponents {
  /** Between training runs: some seeds are better than others on all images. */
  readonly seed: number;
  /** Between images: some are harder than others for all runs. */
  readonly image: number;
  /** What is left: which run errs on which image. */
  readonly residual: number;
}

/** Runs × images, taken apart. */
export interface CrossedVariance {
  readonly mean: number;
  /** The mean of each run, shape [seeds]. */
  readonly seedMeans: readonly number[];
  readonly components: VarianceComponents;
}

/**
 * The two-way analysis of variance of runs crossed with images: every run is scored on every image, so some images are hard
 * for all runs, and some runs are bad on all images. Components below 0, which chance can make, are set to 0.
 *
 * @param losses - one row a run, all of the same images, shape [seeds, images]; two runs and two images or more
 * @see S. Searle, G. Casella and C. McCulloch, "Variance Components" (1992), section 4.5: the random model without replication
 * @example
 * crossedVariance([[1, 0, 0, 1], [1, 0, 0, 1]]).components; // { seed: 0, image: 0.3333333333333333, residual: 0 }
 */
export function crossedVariance(losses: readonly ArrayLike<number>[]): CrossedVariance {
  const seeds = losses.length;
  const images = losses[0]!.length;
  const seedMeans = losses.map((row) => sumOf(row) / images);
  const mean = sumOf(seedMeans) / seeds;
  let [ofImages, total] = [0, 0];
  for (let i = 0; i < images; i++) {
    let sum = 0;
    for (const row of losses) {
      sum += row[i]!;
      total += (row[i]! - mean) ** 2;
    }
    ofImages += seeds * (sum / seeds - mean) ** 2;
  }
  const ofSeeds = images * seedMeans.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const residual = Math.max(0, total - ofImages - ofSeeds) / ((seeds - 1) * (images - 1));
  return {
    mean,
    seedMeans,
    components: {
      seed: Math.max(0, ofSeeds / (seeds - 1) - residual) / images,
      image: Math.max(0, ofImages / (images - 1) - residual) / seeds,
      residual,
    },
  };
}

/**
 * The same where each run has images of its own: what they add to chance is then among what runs differ by, and is not told
 * apart.
 */
export function nestedVariance(losses: readonly ArrayLike<number>[]): CrossedVariance {
  const seedMeans = losses.map((row) => sumOf(row) / row.length);
  const mean = sumOf(seedMeans) / losses.length;
  const seed = seedMeans.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (losses.length - 1);
  return { mean, seedMeans, components: { seed, image: 0, residual: 0 } };
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
