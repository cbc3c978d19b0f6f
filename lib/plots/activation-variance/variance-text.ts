/**
 * A variance with two figures; powers of ten where it is far from 1.
 *
 * @example
 * varianceText(0.342); // "0.34"
 * varianceText(2.5e-31); // "3 × 10⁻³¹"
 */
export function varianceText(variance: number): string {
  if (variance === 0) return "0";
  if (!Number.isFinite(variance)) return String(variance);
  if (variance >= 0.001 && variance < 1000) return String(Number(variance.toPrecision(2)));
  const [digits, exponent] = variance.toExponential(0).split("e");
  return `${digits} × 10${superscript(Number(exponent))}`;
}

/** A whole number in raised digits. */
export function superscript(exponent: number): string {
  return String(exponent).replace(/[-\d]/g, (sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)]!));
}
