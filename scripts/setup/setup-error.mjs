/** Why set-up cannot go on, in three parts: what came, what was expected, what to type. */
export class SetupError extends Error {
  /** @param {{ got: string, expected: string, fix: string }} parts */
  constructor({ got, expected, fix }) {
    super(`${got}\n  Expected: ${expected}\n  To fix:   ${fix}`);
    this.name = "SetupError";
    this.got = got;
    this.expected = expected;
    this.fix = fix;
  }
}
