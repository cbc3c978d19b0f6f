import { existsSync } from "node:fs";
import type { ProgramHost, TypeScript } from "./internals.js";

interface Reading {
  typescript: TypeScript;
  /** How the compiler gets its files. */
  host: ProgramHost;
  options: Record<string, unknown>;
  /** A declaration file that is there. */
  entry: string;
}

/**
 * Reads a declaration file and all those that it leads to, one at each step, so that the first cell which imports it need
 * not wait for them. They stay in the compiler's own memory, which lets go of them when they change.
 */
export function* readAhead({ typescript, host, options, entry }: Reading): Generator<void> {
  const found = new Set([entry]);
  for (const path of found) {
    // The compiler would remember as well that a file is missing.
    const file = existsSync(path) ? host.getSourceFile(path, options.target) : undefined;
    yield;
    if (file === undefined) continue;
    typescript.bindSourceFile(file, options);
    const names = file.statements.flatMap(({ moduleSpecifier }) => moduleSpecifier ?? []);
    const resolutions = host.resolveModuleNameLiterals?.(names, path, undefined, options) ?? [];
    for (const { resolvedModule } of resolutions)
      if (resolvedModule?.resolvedFileName.endsWith(".d.ts")) found.add(resolvedModule.resolvedFileName);
    yield;
  }
}
