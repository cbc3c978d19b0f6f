import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { libraryDeclarations } from "../../lib/kernel/cells/library-declarations.js";

const folder = mkdtempSync(join(tmpdir(), "declarations-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A package with a built entry and, where asked, its declarations. */
function install(where: string, files: readonly string[]): string {
  mkdirSync(join(where, "dist"), { recursive: true });
  writeFileSync(join(where, "package.json"), '{ "name": "deep-pessimist", "main": "./dist/index.js" }');
  for (const file of files) writeFileSync(join(where, "dist", file), "");
  return where;
}

test("the library's declarations are found in its clone, where it has been built", () => {
  const built = install(join(folder, "clone"), ["index.js", "index.d.ts"]);
  const bare = install(join(folder, "bare"), []);
  const from = (packageFolder: string) =>
    libraryDeclarations({ packageFolder, notebookFolder: join(packageFolder, "notebooks") });
  expect(from(built)).toBe(join(built, "dist", "index.d.ts"));
  expect(from(bare)).toBeUndefined();
});

test("elsewhere they are those that are installed beside the notebook, and none for a kernel alone", () => {
  const beside = install(join(folder, "mine", "node_modules", "deep-pessimist"), ["index.js", "index.d.ts"]);
  const packageFolder = join(folder, "clone");
  expect(libraryDeclarations({ packageFolder, notebookFolder: join(folder, "mine") })).toBe(
    join(beside, "dist", "index.d.ts"),
  );
  expect(libraryDeclarations({ packageFolder, notebookFolder: join(folder, "alone") })).toBeUndefined();
});
