import { nearestName } from "./nearest-name.js";
import { shownValue } from "./shown-value.js";
import { UsageError } from "./usage-error.js";

/**
 * Refuses an option that the function does not know, and names the one that was probably meant; and what is no object of
 * options at all.
 *
 * The type checker does this at compile time; this is for plain JavaScript and for objects built at run time.
 *
 * @param functionName - as the caller typed it
 * @param options - what the caller passed
 * @param known - every option's name
 * @throws UsageError when a key of `options` is not in `known`
 * @example
 * checkOptions("makeMoons", { noise: 0.1 }, ["noise", "seed"]); // undefined
 */
export function checkOptions(functionName: string, options: object, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw new UsageError({
      got: `${functionName} got ${shownValue(options)} where its options belong.`,
      expected: `an object with ${listed(known)}.`,
      fix: known.length === 0 ? "leave it out." : `write { ${known[0]}: … }.`,
    });
  const wrong = Object.keys(options).find((key) => !known.includes(key));
  if (wrong === undefined) return;
  const meant = nearestName(wrong, known);
  throw new UsageError({
    got: `${functionName} got the option "${wrong}", which it does not have.`,
    expected: `${known.length === 0 ? "" : "one of "}${listed(known)}.`,
    fix: meant === undefined ? `remove "${wrong}".` : `write "${meant}" instead of "${wrong}".`,
  });
}

function listed(known: readonly string[]): string {
  return known.map((name) => `"${name}"`).join(", ") || "no options";
}
