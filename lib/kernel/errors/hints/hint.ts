/** What a common mistake means and how to put it right, in one line. */
export interface Hint {
  /** The compiler's numbers for it; absent for errors of a running cell. */
  codes?: readonly number[];
  /** The error's message, or the part of it that tells this mistake from others. */
  message?: RegExp;
  /** The line, from what the message matched. */
  says: string | ((match: RegExpExecArray) => string);
}

/** The first hint that fits. */
export function findHint(hints: readonly Hint[], message: string, code?: number): string | undefined {
  for (const { codes, message: pattern = /^/, says } of hints) {
    if (code === undefined ? codes !== undefined : codes?.includes(code) !== true) continue;
    const match = pattern.exec(message);
    if (match !== null) return typeof says === "string" ? says : says(match);
  }
  return undefined;
}
