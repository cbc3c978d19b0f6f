import { checkOptions, shownValue, UsageError } from "../../core/index.js";

/** What one option may be. */
export interface OptionRule {
  readonly allows: (value: unknown) => boolean;
  readonly expected: string;
  readonly fix: string;
  /** Whether it must be given; defaults to false. */
  readonly isRequired?: boolean;
}

/**
 * Refuses an option that is not among the rules, and a value that its rule does not allow.
 *
 * @throws UsageError with the option, what is allowed, and what to type
 */
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
