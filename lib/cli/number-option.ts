import { UsageError } from "../core/index.js";

/**
 * The value of an option as a number.
 *
 * @throws UsageError where it is none
 * @example
 * numberOption("irreducible", "0.01"); // 0.01
 */
export function numberOption(name: string, text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new UsageError({
    got: `--${name} is "${text}".`,
    expected: "a number.",
    fix: `write --${name} 0.01, for instance.`,
  });
}
