import { checkOptions, shownValue, UsageError } from "../../core/index.js";

/** What one option may be. */
export interface OptionRule {
  readonly allows: (value: unknown) => boolean;
  readonly expected: string;
  readonly fix: string;
  /** Whether it must be given; defaults to false. */
  readonly isRequired?: boolean;
}

/** Refuses an option that is not among the rules, and a value that its rule does not allow. */
export function assertOptions(
  functionName: string,
  options: object,
  rules: Readonly<Record<string, OptionRule>>,
): void {
  checkOptions(functionName, options, Object.keys(rules));
  const given = options as Readonly<Record<string, unknown>>;
  for (const [name, { allows, expected, fix, isRequired = false }] of Object.entries(rules)) {
    const value = given[name];
    if (value === undefined ? !isRequired : allows(value)) continue;
    throw new UsageError({ got: `${functionName} got ${name}: ${shownValue(value)}.`, expected, fix });
  }
}

/** A whole number from `low` to `high`. */
export function isWhole(value: unknown, low: number, high: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}

/** Whether a value has a method of this name. */
export function hasMethod(value: unknown, name: string): boolean {
  const held = value as Readonly<Record<string, unknown>> | null;
  return typeof value === "object" && typeof held?.[name] === "function";
}
