import { join } from "node:path";
import type { CompilerHost, System, TypeScript } from "./internals.js";

interface Resolvers {
  typescript: TypeScript;
  system: System;
  /** Whose packages, and which package itself, a notebook elsewhere falls back on. */
  packageFolder: string;
}

/** Lets a notebook outside the package find what it has no copy of where the kernel itself finds it. */
export function resolveWithFallback(
  host: CompilerHost,
  { typescript, system, packageFolder }: Resolvers,
): void {
  const inPackage = join(packageFolder, "dist", "cell.ts");
  host.resolveModuleNameLiterals = (literals, containingFile, _, options) =>
    literals.map(({ text }) => {
      const own = typescript.resolveModuleName(text, containingFile, options, system);
      return own.resolvedModule === undefined && !/^[./]/.test(text)
        ? typescript.resolveModuleName(text, inPackage, options, system)
        : own;
    });
  // The user's own files may have new neighbours at any cell; what is installed stays as it was found.
  host.hasInvalidatedResolutions = (file) => !file.endsWith(".d.ts");
}
