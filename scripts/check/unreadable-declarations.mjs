import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * What the kernel's older compiler cannot read of our built types.
 *
 * A name that it does not know becomes `any` in a cell, in silence: completion and checking are lost. So a file
 * that imports the library as a notebook does is compiled as a cell is, and our declarations with it.
 *
 * @param {string} root
 * @param {string} [statement] - what the cell imports
 * @returns {Promise<string>} the compiler's complaints
 */
export async function unreadableDeclarations(root, statement = 'import * as lib from "../../lib";') {
  const require = createRequire(join(root, "package.json"));
  /** @type {typeof import("typescript")} */
  const ts = require("@tslab/typescript-for-tslab");
  const folder = join(root, ".cache", "check");
  mkdirSync(folder, { recursive: true });
  const cell = join(folder, "cell.ts");
  writeFileSync(cell, `${statement}\nexport const everything = lib;\n`);
  const program = ts.createProgram([cell], {
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2020,
    esModuleInterop: true,
    types: ["node"],
    noEmit: true,
  });
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === cell || fileName.startsWith(`${toPosix(root)}/dist/`));
  if (ours.length < 2) return `${statement} finds no types: is lib/ built?`;
  const complaints = ours.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return ts.formatDiagnostics(complaints, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => "\n",
  });
}

/** @param {string} path */
function toPosix(path) {
  return path.replaceAll("\\", "/").replace(/\/$/, "");
}
