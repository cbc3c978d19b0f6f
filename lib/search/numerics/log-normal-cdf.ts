import { erfc, erfcx } from "./erfcx.js";

/**
 * The logarithm of the chance that a standard-normal draw is below x, to about 15 digits however small it is.
 *
 * @example
 * logNormalCdf(0) === -Math.LN2; // true
 */
export function logNormalCdf(x: number): number {
  const scaled = x * Math.SQRT1_2;
  if (x < -1) return Math.log(erfcx(-scaled) / 2) - scaled * scaled;
  return x < 0 ? Math.log(erfc(-scaled) / 2) : Math.log1p(-erfc(scaled) / 2);
}
