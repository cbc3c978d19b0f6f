import { existsSync, readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import type { ScriptNames, SourceMaps } from "../tslab/source-maps.js";
import { BuiltFolder } from "./built-folder.js";

/** A TypeScript file beside the notebook (or a `@module` cell), compiled. */
interface Compiled {
  path: string;
  data: string;
}

interface NotebookModulesOptions {
  notebookFolder: string;
  packageFolder: string;
  sourceMaps: SourceMaps;
}

type Require = (id: string) => unknown;

/** Node's own loader of CommonJS: `_compile` and `_nodeModulePaths` are what its `require` calls. */
interface NodeModule {
  exports: unknown;
  filename: string;
  paths: string[];
  require: Require;
  _compile(code: string, file: string): void;
}
const NodeModules = Module as unknown as {
  new (file: string): NodeModule;
  _nodeModulePaths(folder: string): string[];
};

function isMissing(error: unknown, id: string): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return code === "MODULE_NOT_FOUND" && message?.includes(`'${id}'`) === true;
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** What a cell's `import` loads: compiled files beside the notebook, packages, and built folders like "../lib". */
export class NotebookModules {
  readonly #folders: Omit<NotebookModulesOptions, "sourceMaps">;
  readonly #sourceMaps: SourceMaps;
  readonly #compiled = new Map<string, string>();
  readonly #loaded = new Map<string, NodeModule>();
  /** What the loaded files were written as. */
  readonly #sources = new Map<string, string>();
  readonly #importers = new Map<string, Set<string>>();
  readonly #built = new Map<string, BuiltFolder>();
  readonly #notices = new Map<string, string>();

  constructor({ sourceMaps, ...folders }: NotebookModulesOptions) {
    this.#folders = folders;
    this.#sourceMaps = sourceMaps;
  }

  /** `require` for code in this file. */
  requireFrom(file: string): Require {
    const fromFile = createRequire(file);
    return (id) => {
      if (id === "tslab") return this.#fromPackage(id);
      const local = this.#find(join(dirname(file), id));
      if (local !== undefined && /^[./]/.test(id)) return this.#load(local, file);
      try {
        const loaded = fromFile(id);
        this.#remember(fromFile.resolve(id), join(dirname(file), id));
        return loaded;
      } catch (error) {
        if (isAbsolute(id) || id.startsWith(".") || !isMissing(error, id)) throw error;
        return this.#fromPackage(id);
      }
    };
  }

  /** Takes newly compiled files; whoever imports one of them is loaded afresh at its next import. */
  update(outputs: readonly Compiled[]): void {
    for (const { path, data } of outputs) {
      this.#compiled.set(path, data);
      this.#notices.delete(path);
      this.#forget(path);
    }
  }

  /** Takes note that these files have been saved: whoever goes on with what was loaded before is told. */
  edited(paths: readonly string[]): void {
    for (const path of paths) {
      const compiled = path.replace(/\.tsx?$/, ".js");
      const loaded = this.#sources.get(compiled);
      if (!this.#loaded.has(compiled) || loaded === readIfThere(path)) continue;
      const name = relative(this.#folders.notebookFolder, path);
      this.#notices.set(
        compiled,
        `${name} has changed since it was imported here. To use the new one, import it again.`,
      );
    }
    for (const built of this.#built.values())
      if (paths.some((path) => !relative(built.folder, path).startsWith("..")) && built.hasChanged())
        this.#notices.set(
          built.folder,
          "The library has been built anew since it was imported here. To use the new one, restart the kernel.",
        );
  }

  /** What is stale about the code that runs now, each told once. */
  takeNotices(): string[] {
    const notices = [...this.#notices.values()];
    this.#notices.clear();
    return notices;
  }

  /** Built files outside node_modules may be built anew; Node keeps what it has loaded. */
  #remember(entry: string, asked: string) {
    if (!isAbsolute(entry) || /[\\/]node_modules[\\/]/.test(entry)) return;
    const built = this.#built.get(entry) ?? new BuiltFolder(asked, entry);
    this.#built.set(entry, built);
    const notice = built.takeNotice();
    if (notice !== undefined) this.#notices.set(entry, notice);
  }

  #fromPackage(id: string): unknown {
    return createRequire(join(this.#folders.packageFolder, "dist", "cell.js"))(id);
  }

  #find(path: string): string | undefined {
    const stem = path.replace(/\.[jt]sx?$/, "");
    return [`${stem}.js`, `${path}.js`, join(path, "index.js")].find((file) => this.#compiled.has(file));
  }

  #load(file: string, importer: string): unknown {
    this.#importers.set(file, (this.#importers.get(file) ?? new Set()).add(importer));
    const loaded = this.#loaded.get(file);
    if (loaded !== undefined) return loaded.exports;
    const code = this.#compiled.get(file)!;
    this.#sourceMaps.name(file, code, this.#describe(file));
    const module = new NodeModules(file);
    module.filename = file;
    module.paths = NodeModules._nodeModulePaths(dirname(file));
    module.require = this.requireFrom(file);
    this.#loaded.set(file, module);
    try {
      module._compile(code, file);
    } catch (error) {
      this.#loaded.delete(file);
      throw error;
    }
    return module.exports;
  }

  #describe(file: string): ScriptNames {
    const written = [".ts", ".tsx", ".js"].map((end) => file.replace(/\.js$/, end)).find(existsSync);
    // A `@module` cell lies on no disk, and has one line of tslab's before its own.
    if (written === undefined) return { label: basename(file, ".js"), linesBefore: 1 };
    const source = readFileSync(written, "utf8");
    this.#sources.set(file, source);
    return { label: relative(this.#folders.notebookFolder, written), source };
  }

  #forget(file: string) {
    if (!this.#loaded.delete(file)) return;
    for (const importer of this.#importers.get(file) ?? []) this.#forget(importer);
  }
}
