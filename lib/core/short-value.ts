/**
 * A value as a table or a sentence shows it: a number with few digits, a whole one as it is, and anything else as text.
 *
 * @param digits - how many of a number count; defaults to 3
 * @example
 * shortValue(0.123456); // "0.123"
 * shortValue(1024); // "1024"
 */
export function shortValue(value: unknown, digits = 3): string {
  if (typeof value !== "number" || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(digits)));
}
