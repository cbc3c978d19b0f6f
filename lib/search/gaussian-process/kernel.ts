/** A stationary correlation as a function of the squared scaled distance, with its slope there. */
export interface Kernel {
  readonly name: "matern-5/2" | "squared-exponential";
  /** At squared distance `square`; 1 at 0. */
  correlation(square: number): number;
  /** The correlation's derivative by the squared distance; never above 0. */
  slope(square: number, correlation: number): number;
}

/**
 * Matérn's correlation with ν = 5/2: functions that can be differentiated twice, which most objectives can.
 *
 * @see C. Rasmussen and C. Williams, "Gaussian Processes for Machine Learning" (2006), equation 4.17
 * @example
 * matern52.correlation(0); // 1
 */
export const matern52: Kernel = {
  name: "matern-5/2",
  correlation(square) {
    const r = Math.sqrt(5 * square);
    return (1 + r + (5 / 3) * square) * Math.exp(-r);
  },
  slope(square) {
    const r = Math.sqrt(5 * square);
    return (-5 / 6) * (1 + r) * Math.exp(-r);
  },
};

/**
 * The squared exponential: functions without any roughness.
 *
 * @example
 * squaredExponential.correlation(0); // 1
 */
export const squaredExponential: Kernel = {
  name: "squared-exponential",
  correlation: (square) => Math.exp(-square / 2),
  slope: (_, correlation) => -correlation / 2,
};
