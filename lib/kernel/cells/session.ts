import { join } from "node:path";
import vm from "node:vm";
import { Interrupted } from "../errors/interrupted.js";
import { TypeScriptError } from "../errors/typescript-error.js";
import { type Compiler, type CompilerFolders, createCompiler } from "../tslab/create-compiler.js";
import type { Cell } from "./cell.js";
import { cellScript } from "./cell-script.js";
import { makeExports } from "./make-exports.js";
import { NotebookModules } from "./notebook-modules.js";

/** How a script finds its session: a script has no closure, and must run as a script to be interruptible. */
const sessionKey = Symbol.for("deep-pessimist.session");

/** The state that cells share: what is declared, what it holds, what was imported. */
export class Session {
  readonly compiler: Compiler;
  readonly #modules: NotebookModules;
  readonly #exports = makeExports();
  #declarations = "";
  #scripts = 0;

  constructor(folders: CompilerFolders) {
    this.compiler = createCompiler(folders);
    this.#modules = new NotebookModules({ ...folders, sourceMaps: this.compiler.sourceMaps });
    const require = this.#modules.requireFrom(join(folders.notebookFolder, "cell.js"));
    Object.defineProperty(globalThis, sessionKey, {
      value: { exports: this.#exports, require },
      configurable: true,
    });
  }

  /**
   * Checks the types of a cell, runs it, and returns the value of its last expression.
   *
   * @throws TypeScriptError before anything runs; Interrupted; or whatever the cell throws.
   */
  async run(code: string, cell: Cell): Promise<unknown> {
    const { module, ...metadata } = this.compiler.getCodeMetadata(code);
    if (module !== undefined) {
      this.#check(this.compiler.addModule(module, code, metadata), code, cell);
      return undefined;
    }
    const converted = this.compiler.convert(this.#declarations, code);
    this.#modules.update(converted.sideOutputs ?? []);
    this.#check(converted.diagnostics, code, cell);
    const { output, declOutput = "", hasToplevelAwait = false, lastExpressionVar } = converted;
    if (output !== undefined) {
      const script = cellScript(++this.#scripts);
      this.compiler.sourceMaps.name(script, output, { label: cell.label, linesBefore: 1, source: code });
      const running = this.#start(output, script, hasToplevelAwait);
      if (hasToplevelAwait) await Promise.race([running, cell.ended]);
    }
    this.#declarations = declOutput;
    return lastExpressionVar === undefined ? undefined : this.#take(lastExpressionVar);
  }

  inspect(code: string, position: number): string | undefined {
    const info = this.compiler.inspect(this.#declarations, code, position);
    return info && this.compiler.printQuickInfo(info);
  }

  complete(code: string, position: number): ReturnType<Compiler["complete"]> {
    return this.compiler.complete(this.#declarations, code, position);
  }

  #check(diagnostics: ConstructorParameters<typeof TypeScriptError>[0], code: string, cell: Cell) {
    if (diagnostics.length > 0) throw new TypeScriptError(diagnostics, { code, label: cell.label });
  }

  #start(output: string, script: string, isAsync: boolean): unknown {
    const head = `(${isAsync ? "async " : ""}function (exports, require) {\n`;
    const tail = `\n})(...Object.values(globalThis[Symbol.for("${sessionKey.description}")]))`;
    try {
      return new vm.Script(head + output + tail, { filename: script, lineOffset: -1 }).runInThisContext({
        breakOnSigint: true,
        displayErrors: false,
      });
    } catch (error) {
      throw (error as { code?: string } | null)?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED"
        ? new Interrupted()
        : error;
    }
  }

  #take(name: string): unknown {
    const value = this.#exports[name];
    delete this.#exports[name];
    return value;
  }
}
