import { UsageError } from "../core/index.js";

/**
 * The value of an option as a number.
 *
 * @param example - one that makes sense, for the message; defaults to 0.01
 * @throws UsageError where it is none
 * @example
 * numberOption("irreducible", "0.01"); // 0.01
 */
export function numberOption(name: string, text: string, example = 0.01): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new UsageError({
    got: `--${name} is "${text}".`,
    expected: "a number.",
    fix: `write --${name} ${example}, for instance.`,
  });
}
