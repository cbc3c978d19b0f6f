import { nearestName } from "./nearest-name.js";
import { UsageError } from "./usage-error.js";

/**
 * Refuses an option that the function does not know, and names the one that was probably meant.
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
  const wrong = Object.keys(options).find((key) => !known.includes(key));
  if (wrong === undefined) return;
  const meant = nearestName(wrong, known);
  throw new UsageError({
    got: `${functionName} got the option "${wrong}", which it does not have.`,
    expected: `one of ${known.map((name) => `"${name}"`).join(", ")}.`,
    fix: meant === undefined ? `remove "${wrong}".` : `write "${meant}" instead of "${wrong}".`,
  });
}
