import { UsageError } from "../core/index.js";

/** What a number may be. */
export interface NumberRange {
  /** Only whole numbers; defaults to false. */
  whole?: boolean;
  /** The largest number that is too small. */
  above?: number;
  /** The smallest number that is large enough. */
  from?: number;
  /** The smallest number that is too large. */
  below?: number;
}

/**
 * Throws where an option is not the number that a function can work with.
 *
 * @param functionName - as the caller typed it
 * @param option - the option by its name, as in `{ epochs }`
 * @throws UsageError when it is not finite, not in the range, or not whole though it should be
 */
export function assertNumber(
  functionName: string,
  option: Readonly<Record<string, number>>,
  { whole = false, above = -Infinity, from = -Infinity, below = Infinity }: NumberRange,
): void {
  const [name, value] = Object.entries(option)[0]!;
  const inRange = value > above && value >= from && value < below;
  if (Number.isFinite(value) && inRange && (!whole || Number.isInteger(value))) return;
  const limits = [
    ...(above > -Infinity ? [`above ${above}`] : []),
    ...(from > -Infinity ? [`of ${from} or more`] : []),
    ...(below < Infinity ? [`below ${below}`] : []),
  ];
  throw new UsageError({
    got: `${functionName} got ${name} = ${String(value)}.`,
    expected: `a ${whole ? "whole " : limits.length === 0 ? "finite " : ""}number${limits.map((limit, i) => `${i === 0 ? " " : " and "}${limit}`).join("")}.`,
    fix: `pass { ${name}: … } with such a number, or leave it out for the default.`,
  });
}
