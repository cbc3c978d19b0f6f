import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import type { TypeScript } from "./internals.js";

/** The nearest folder of type packages that has Node's: the notebook's own, or else the kernel's. */
function nodeTypes(notebookFolder: string): string {
  for (const from of [join(notebookFolder, "cell.ts"), fileURLToPath(import.meta.url)]) {
    try {
      return dirname(dirname(createRequire(from).resolve("@types/node/package.json")));
    } catch {}
  }
  return join(notebookFolder, "node_modules", "@types");
}

/** Whether the nearest tsconfig.json, beside the notebook or above it, asks for strict types. */
function asksForStrict(typescript: TypeScript, folder: string): boolean {
  const path = typescript.findConfigFile(folder, existsSync);
  if (path === undefined) return false;
  const { config } = typescript.readConfigFile(path, (file) => readFileSync(file, "utf8"));
  return config?.compilerOptions?.strict === true;
}

/** What we ask of the compiler beyond tslab's choices. */
export function compilerOptions(typescript: TypeScript, notebookFolder: string): Record<string, unknown> {
  return {
    // Node's types and no others are global: without this, `console` goes missing in some installations, and
    // every package's types (the browser's, a test runner's) come into the cells of others.
    types: ["node"],
    typeRoots: [nodeTypes(notebookFolder)],
    // tslab's choice does not see a package's "exports".
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    inlineSourceMap: true,
    strict: asksForStrict(typescript, notebookFolder),
    // tslab's choice, the notebook's folder, keeps files above it out.
    rootDir: parse(notebookFolder).root,
  };
}
