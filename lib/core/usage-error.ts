/** The three parts of every message to a caller. */
export interface UsageErrorParts {
  /** What came. */
  got: string;
  /** What was expected. */
  expected: string;
  /** What to type instead. */
  fix: string;
}

/**
 * A caller's mistake, said in three parts: what came, what was expected, how to put it right.
 *
 * @example
 * const error = new UsageError({ got: "rate is 1.2.", expected: "a number from 0 to 1.", fix: "pass { rate: 0.5 }." });
 * error.expected; // "a number from 0 to 1."
 */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
  readonly got: string;
  readonly expected: string;
  readonly fix: string;

  constructor({ got, expected, fix }: UsageErrorParts, options?: { cause?: unknown }) {
    super(`${got}\n  Expected: ${expected}\n  To fix:   ${fix}`, options);
    this.got = got;
    this.expected = expected;
    this.fix = fix;
  }
}
