import { join, relative } from "node:path";
import type { CompilerHost, System, TypeScript } from "./internals.js";

interface Resolvers {
  typescript: TypeScript;
  system: System;
  notebookFolder: string;
  /** Whose packages, and which package itself, a notebook elsewhere falls back on. */
  packageFolder: string;
}

/**
 * Looks up what the user's own files import anew at each cell, for a file may have new neighbours; what installed
 * declarations import stays as it was found. A notebook outside the package finds what it has no copy of where the
 * kernel itself finds it.
 */
export function resolveModules(host: CompilerHost, resolvers: Resolvers): void {
  const { typescript, system, notebookFolder, packageFolder } = resolvers;
  const inPackage = join(packageFolder, "dist", "cell.ts");
  const isOutside = relative(packageFolder, notebookFolder).startsWith("..");
  const installed = typescript.createModuleResolutionCache(notebookFolder, (name) => name);
  host.resolveModuleNameLiterals = (literals, containingFile, _, options) =>
    literals.map(({ text }) => {
      const cache = containingFile.endsWith(".d.ts") ? installed : undefined;
      const own = typescript.resolveModuleName(text, containingFile, options, system, cache);
      return isOutside && own.resolvedModule === undefined && !/^[./]/.test(text)
        ? typescript.resolveModuleName(text, inPackage, options, system)
        : own;
    });
  host.hasInvalidatedResolutions = (file) => !file.endsWith(".d.ts");
}
