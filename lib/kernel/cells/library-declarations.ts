import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import type { CompilerFolders } from "../tslab/create-compiler.js";

/**
 * The library's declarations, where a notebook is likely to import it: in its clone, and where it is installed beside the
 * notebook. Who has this kernel alone has no use for them.
 */
export function libraryDeclarations({ notebookFolder, packageFolder }: CompilerFolders): string | undefined {
  const entry = relative(packageFolder, notebookFolder).startsWith("..")
    ? installedEntry(notebookFolder)
    : join(packageFolder, "dist", "index.js");
  const declarations = entry?.replace(/\.js$/, ".d.ts");
  return declarations !== undefined && existsSync(declarations) ? declarations : undefined;
}

function installedEntry(notebookFolder: string): string | undefined {
  try {
    return createRequire(join(notebookFolder, "cell.js")).resolve("deep-pessimist");
  } catch {
    return undefined;
  }
}
