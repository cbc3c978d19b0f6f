import { UsageError } from "../core/index.js";

/**
 * Throws where an option is not the number that a function can work with.
 *
 * @param functionName - as the caller typed it
 * @param option - the option by its name, as in `{ epochs }`
 * @throws UsageError when it is not finite, not above the limit, or not whole though it should be
 */
export function assertNumber(
  functionName: string,
  option: Record<string, number>,
  { whole = false, above }: { whole?: boolean; above: number },
): void {
  const [name, value] = Object.entries(option)[0]!;
  if (Number.isFinite(value) && value > above && (!whole || Number.isInteger(value))) return;
  throw new UsageError({
    got: `${functionName} got ${name} = ${value}.`,
    expected: `a ${whole ? "whole " : ""}number above ${above}.`,
    fix: `pass { ${name}: … } with such a number, or leave it out for the default.`,
  });
}
