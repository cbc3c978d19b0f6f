import { inspect } from "node:util";

/** More characters than this are cut. */
const longest = 60;

/**
 * A caller's value as a message shows it: on one line, and not longer than one reads.
 *
 * @example
 * shownValue("0.3"); // "\"0.3\""
 * shownValue(Number.NaN); // "NaN"
 */
export function shownValue(value: unknown): string {
  if (typeof value === "function") return "a function";
  const text =
    typeof value === "string"
      ? JSON.stringify(value)
      : inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
