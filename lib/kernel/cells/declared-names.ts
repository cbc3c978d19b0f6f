/** TypeScript's first line: it sets every name that a cell declares to undefined. */
const reset = /^(?:exports\.[\w$]+ = )+void 0;$/m;

/**
 * The names that a compiled cell declares, and the code without the line that resets them all: a cell that fails
 * before it gives `x` a value leaves the `x` of an earlier cell as it was.
 */
export function declaredNames(output: string): { names: string[]; code: string } {
  const line = reset.exec(output)?.[0] ?? "";
  const names = [...line.matchAll(/exports\.([\w$]+) = /g)].map((match) => match[1]!);
  return { names, code: line === "" ? output : output.replace(line, "") };
}
