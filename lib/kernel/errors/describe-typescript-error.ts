import { existsSync, readFileSync } from "node:fs";
import type { Diagnostic } from "../tslab/internals.js";
import { codeFrame } from "./code-frame.js";
import type { DescribedError } from "./described-error.js";
import { findHint } from "./hints/hint.js";
import { typeHints } from "./hints/type-hints.js";
import type { TypeScriptError } from "./typescript-error.js";

/** The compiler's messages about one place: the first says what is wrong, the others why. */
function byPlace(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const place = `${diagnostic.start.offset} ${diagnostic.end.offset}`;
    groups.set(place, [...(groups.get(place) ?? []), diagnostic]);
  }
  return [...groups.values()];
}

/** What the compiler refused, at the cell's own line, and that nothing has run. */
export function describeTypeScriptError({ diagnostics, checked }: TypeScriptError): DescribedError {
  const [first = [], ...others] = byPlace(diagnostics);
  const [{ start, end, messageText, code, fileName } = diagnostics[0]!, ...reasons] = first;
  const text = sourceOf(fileName, checked)?.split("\n")[start.line];
  const label = fileName ?? checked.label;
  const location = {
    label,
    line: start.line + 1,
    column: start.character + 1,
    ...(text !== undefined && { text }),
  };
  const wide = end.line === start.line ? Math.max(1, end.character - start.character) : 1;
  const evalue = `${messageText} (TS${code})`;
  const more = others.length === 0 ? "" : ` More errors: ${lines(others)}.`;
  const hint = [messageText, ...reasons.map((reason) => reason.messageText)]
    .map((message, i) => findHint(typeHints, message, first[i]?.code ?? code))
    .find((found) => found !== undefined);
  const traceback = [
    `TypeScriptError: ${evalue}`,
    ...reasons.slice(-2).map((reason) => `  ${reason.messageText}`),
    `${label}, line ${location.line}`,
    ...codeFrame(location, "~".repeat(wide)),
    ...(hint === undefined ? [] : [hint]),
    `The types do not fit, so the cell has not run.${more}`,
  ];
  return { ename: "TypeScriptError", evalue, traceback };
}

/** Of the cell, or of the file that it imports. */
function sourceOf(fileName: string | undefined, { code }: TypeScriptError["checked"]): string | undefined {
  if (fileName === undefined) return code;
  return existsSync(fileName) ? readFileSync(fileName, "utf8") : undefined;
}

function lines(groups: readonly Diagnostic[][]): string {
  const each = new Set(groups.map(([first]) => `line ${first!.start.line + 1}`));
  return [...each].slice(0, 10).join(", ");
}
