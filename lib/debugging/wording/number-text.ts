/**
 * A measured number as a reader wants it: three digits, whole numbers whole, no exponent where none is needed.
 *
 * @example
 * numberText(2.302585); // "2.30"
 * numberText(255); // "255"
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-3) return value.toExponential(1);
  return size >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** A share as per cent, whole. */
export function percentText(share: number): string {
  return `${Math.round(100 * share)} %`;
}
