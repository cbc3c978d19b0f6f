import type { Parzen } from "./parzen.js";

/** What lies this far below the kernel of the whole space is not worth an exponential. */
const negligible = -30;
/** No more than this does an axis add: the logarithm of the density in the middle of the narrowest kernel. */
const highestPeak = 4;

/** The logarithm of an estimate's density at a point; choices count with their mass. */
export function logDensity(estimate: Parzen, point: Float64Array): number {
  const { trials, weights } = estimate;
  const floor = Math.log(weights[trials]!) + logKernel(estimate, trials, point, Number.NEGATIVE_INFINITY);
  let sum = 1;
  for (let k = 0; k < trials; k++) {
    const log = logKernel(estimate, k, point, floor + negligible) - floor;
    if (log > negligible) sum += weights[k]! * Math.exp(log);
  }
  return floor + Math.log(sum);
}

/** The logarithm of one kernel without its weight; minus infinity as soon as it must be below `least`. */
function logKernel(
  { axes, trials, centres, narrowness, peaks }: Parzen,
  kernel: number,
  point: Float64Array,
  least: number,
): number {
  const { choices, conditional } = axes;
  const size = choices.length;
  let log = 0;
  for (let j = 0, at = kernel * size; j < size; j++, at++) {
    const x = point[j]!;
    if (conditional && Number.isNaN(x)) continue;
    if (choices[j]! > 0) log += logChoice(choices[j]!, centres[at]!, x, trials + 1);
    else {
      const z = (x - centres[at]!) * narrowness[at]!;
      log += peaks[at]! - 0.5 * z * z;
    }
    if (log < least - highestPeak * (size - 1 - j)) return Number.NEGATIVE_INFINITY;
  }
  return log;
}

/** @see J. Aitchison and C. Aitken, "Multivariate Binary Discrimination by the Kernel Method" (1976) */
function logChoice(size: number, centre: number, x: number, kernels: number): number {
  if (Number.isNaN(centre)) return -Math.log(size);
  return Math.log(((centre === x ? 1 : 0) + 1 / kernels) / (1 + size / kernels));
}
