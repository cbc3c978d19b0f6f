import type { Diagnostic } from "../tslab/internals.js";

interface Checked {
  code: string;
  label: string;
}

/** The compiler refused a cell; nothing of it has run. */
export class TypeScriptError extends Error {
  override readonly name: string = "TypeScriptError";
  readonly diagnostics: readonly Diagnostic[];
  readonly checked: Checked;

  constructor(diagnostics: readonly Diagnostic[], checked: Checked) {
    super(diagnostics[0]?.messageText);
    this.diagnostics = diagnostics;
    this.checked = checked;
  }
}
