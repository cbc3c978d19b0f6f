import type { Parzen } from "./parzen.js";

/** What lies this far below the kernel of the whole space is not worth an exponential: of 300 kernels, a millionth. */
const negligible = -20;

/**
 * The logarithm of an estimate's density at a point; choices count with their mass.
 *
 * @param most - what is above it need not be told apart; defaults to Infinity
 */
export function logDensity(
  estimate: Parzen,
  point: Float64Array,
  most: number = Number.POSITIVE_INFINITY,
): number {
  const { trials, weights } = estimate;
  const whole = logKernel(estimate, trials, point, Number.NEGATIVE_INFINITY);
  const least = whole + negligible;
  const enough = Math.exp(most - whole);
  let sum = weights[trials]!;
  // The newest first: they are the nearest.
  for (let k = trials - 1; k >= 0 && sum <= enough; k--) {
    const log = logKernel(estimate, k, point, least);
    if (log > least) sum += weights[k]! * Math.exp(log - whole);
  }
  return whole + Math.log(sum);
}

/** The logarithm of one kernel without its weight, or something below `least` as soon as it must be. */
function logKernel(estimate: Parzen, kernel: number, point: Float64Array, least: number): number {
  const { axes, centres, narrowness } = estimate;
  const { choices, conditional } = axes;
  const size = choices.length;
  let log = conditional ? headOf(estimate, kernel, point) : estimate.heads[kernel]!;
  for (let j = 0, at = kernel * size; j < size; j++, at++) {
    const x = point[j]!;
    if (conditional && Number.isNaN(x)) continue;
    const off = choices[j]! === 0 ? x - centres[at]! : x === centres[at]! ? 0 : 1;
    const z = off * narrowness[at]!;
    log -= 0.5 * z * z;
    if (log < least) return log;
  }
  return log;
}

/** The most that a kernel can be on the axes that a point has. */
function headOf({ axes, peaks }: Parzen, kernel: number, point: Float64Array): number {
  const size = axes.choices.length;
  let head = 0;
  for (let j = 0; j < size; j++) if (!Number.isNaN(point[j]!)) head += peaks[kernel * size + j]!;
  return head;
}
