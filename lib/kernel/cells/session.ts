import { join } from "node:path";
import vm from "node:vm";
import { TypeScriptError } from "../errors/typescript-error.js";
import { interruptibly } from "../stop/interruptibly.js";
import { type Compiler, type CompilerFolders, createCompiler } from "../tslab/create-compiler.js";
import { guardNames } from "../tslab/guard-cells.js";
import type { Cell } from "./cell.js";
import { cellScript } from "./cell-script.js";
import { declaredNames } from "./declared-names.js";
import type { Given } from "./given.js";
import { libraryDeclarations } from "./library-declarations.js";
import { NotebookModules } from "./notebook-modules.js";
import { tidyQuickInfo } from "./tidy-quick-info.js";
import { Variables, type VariablesOfRun } from "./variables.js";

interface SessionOptions extends CompilerFolders {
  /** What every notebook finds declared. */
  given: Given;
}

/** Stop may have been pressed while the compiler kept the thread. */
function stopIfAsked(): void {
  const { [guardNames.stop]: stopHere } = globalThis as unknown as Record<string, () => void>;
  stopHere?.();
}

/** As what a cell's code calls between two awaits is called. */
function callInterruptibly(work: () => unknown): unknown {
  const { [guardNames.call]: call } = globalThis as unknown as Record<string, typeof interruptibly>;
  return (call ?? interruptibly)(work);
}

/** A cell's script, ready to run. */
interface Script {
  code: string;
  name: string;
  isAsync: boolean;
}

/** The state that cells share: what is declared, what it holds, what was imported. */
export class Session {
  readonly compiler: Compiler;
  readonly #folders: CompilerFolders;
  readonly #modules: NotebookModules;
  readonly #require: (id: string) => unknown;
  readonly #variables = new Variables();
  #declarations: string;
  #scripts = 0;

  constructor({ given, ...folders }: SessionOptions) {
    this.#folders = folders;
    this.compiler = createCompiler(folders);
    this.#modules = new NotebookModules({ ...folders, sourceMaps: this.compiler.sourceMaps });
    this.#require = this.#modules.requireFrom(join(folders.notebookFolder, "cell.js"));
    this.#declarations = given.declarations;
    for (const [name, value] of Object.entries(given.values)) this.#variables.set(name, value);
  }

  /**
   * Checks the types of a cell, runs it, and returns the value of its last expression. What the cell gave a value
   * before it failed stays.
   *
   * @throws TypeScriptError before anything runs; Interrupted; or whatever the cell throws.
   */
  async run(code: string, cell: Cell): Promise<unknown> {
    const { module, ...metadata } = this.compiler.getCodeMetadata(code);
    if (module !== undefined) {
      this.#check(this.compiler.addModule(module, code, metadata), code, cell);
      return undefined;
    }
    this.#modules.edited(this.compiler.lookForEdits());
    const converted = this.compiler.convert(this.#declarations, code);
    this.#modules.update(converted.sideOutputs ?? []);
    this.#check(converted.diagnostics, code, cell);
    this.#warn();
    const { output = "", declOutput = "", hasToplevelAwait = false, lastExpressionVar } = converted;
    const { names, code: bare } = declaredNames(output);
    const script = { code: bare, name: cellScript(++this.#scripts), isAsync: hasToplevelAwait };
    this.compiler.sourceMaps.name(script.name, output, { label: cell.label, linesBefore: 1, source: code });
    const variables = this.#variables.forRun();
    const before = this.#declarations;
    const missing = () => names.filter((name) => !variables.written.has(name));
    try {
      stopIfAsked();
      await this.#execute(script, variables, cell);
    } catch (error) {
      const kept = { after: declOutput, before, missing: new Set(missing()) };
      this.#declarations = this.compiler.keepDeclarations(kept);
      throw error;
    }
    this.#warn();
    for (const name of missing()) this.#variables.set(name, undefined);
    this.#declarations = declOutput;
    return lastExpressionVar === undefined ? undefined : this.#variables.take(lastExpressionVar);
  }

  /** What the first import of the library would have to wait for. */
  *prepare(): Generator<void> {
    const declarations = libraryDeclarations(this.#folders);
    const reading = declarations === undefined ? undefined : this.compiler.readAhead(declarations);
    while (reading?.next().done === false) yield;
  }

  inspect(code: string, position: number): string | undefined {
    this.#modules.edited(this.compiler.lookForEdits());
    const info = this.compiler.inspect(this.#declarations, code, position);
    return info && tidyQuickInfo(this.compiler.printQuickInfo, info);
  }

  complete(code: string, position: number): ReturnType<Compiler["complete"]> {
    this.#modules.edited(this.compiler.lookForEdits());
    return this.compiler.complete(this.#declarations, code, position);
  }

  /** Old code never runs in silence. */
  #warn() {
    for (const notice of this.#modules.takeNotices()) process.stderr.write(`${notice}\n`);
  }

  #check(diagnostics: ConstructorParameters<typeof TypeScriptError>[0], code: string, cell: Cell) {
    if (diagnostics.length > 0) throw new TypeScriptError(diagnostics, { code, label: cell.label });
  }

  async #execute(script: Script, variables: VariablesOfRun, cell: Cell): Promise<void> {
    const running = this.#start(script, variables);
    if (!script.isAsync) return;
    let settled = false;
    const settling = Promise.resolve(running).finally(() => {
      settled = true;
    });
    try {
      await Promise.race([settling, cell.ended]);
    } finally {
      if (!settled) {
        // Its code may still come back to life; it shall not find the variables of the cells after it.
        variables.close();
        settling.catch(() => {});
      }
    }
  }

  #start({ code, name, isAsync }: Script, { exports }: VariablesOfRun): unknown {
    const head = `(${isAsync ? "async " : ""}function (exports, require) {\n`;
    const run = new vm.Script(`${head}${code}\n})`, { filename: name, lineOffset: -1 }).runInThisContext({
      displayErrors: false,
    });
    return callInterruptibly(() => run(exports, this.#require));
  }
}
