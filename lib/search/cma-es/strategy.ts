/** How a population of one size learns in so many dimensions. */
export interface Strategy {
  readonly dimensions: number;
  readonly population: number;
  /** By rank, best first; the first half are above 0 and add up to 1, the others are below. */
  readonly weights: Float64Array;
  /** How many samples the positive weights are worth. */
  readonly effective: number;
  readonly stepRate: number;
  readonly stepDamping: number;
  readonly pathRate: number;
  readonly rankOneRate: number;
  readonly rankManyRate: number;
  /** The length to be expected of a standard-normal vector. */
  readonly expectedLength: number;
}

/** How many trials make the first generation, as the tutorial has it. */
export function defaultPopulation(dimensions: number): number {
  return 4 + Math.floor(3 * Math.log(dimensions));
}

/**
 * The rates of Hansen's tutorial.
 *
 * @see N. Hansen, "The CMA Evolution Strategy: A Tutorial" (2016), table 1
 */
export function strategyOf(dimensions: number, population: number): Strategy {
  const n = dimensions;
  const raw = Float64Array.from(
    { length: population },
    (_, i) => Math.log((population + 1) / 2) - Math.log(i + 1),
  );
  const worth = (part: Float64Array): number =>
    part.reduce((sum, w) => sum + w, 0) ** 2 / part.reduce((sum, w) => sum + w * w, 0);
  const positive = raw.filter((w) => w > 0);
  const negative = raw.filter((w) => w < 0);
  const effective = worth(positive);
  const rankOneRate = 2 / ((n + 1.3) ** 2 + effective);
  const rankManyRate = Math.min(
    1 - rankOneRate,
    (2 * (effective + 1 / effective - 2)) / ((n + 2) ** 2 + effective),
  );
  const negativeSum = Math.min(
    1 + rankOneRate / rankManyRate,
    1 + (2 * worth(negative)) / (effective + 2),
    (1 - rankOneRate - rankManyRate) / (n * rankManyRate),
  );
  const sums = [positive, negative].map((part) => Math.abs(part.reduce((sum, w) => sum + w, 0)));
  const stepRate = (effective + 2) / (n + effective + 5);
  return {
    dimensions,
    population,
    weights: raw.map((w) => (w >= 0 ? w / sums[0]! : (negativeSum * w) / sums[1]!)),
    effective,
    stepRate,
    stepDamping: 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + stepRate,
    pathRate: (4 + effective / n) / (n + 4 + (2 * effective) / n),
    rankOneRate,
    rankManyRate,
    expectedLength: Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n)),
  };
}
