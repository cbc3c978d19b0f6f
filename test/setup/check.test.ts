import { mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { countTests } from "../../scripts/check/count-tests.mjs";
import { unreadableDeclarations } from "../../scripts/check/unreadable-declarations.mjs";
import { temporaryFolder } from "./temporary-folder.js";

/** A clone whose built types are these. */
function built(declarations: string): string {
  const root = temporaryFolder({
    "package.json": "{}",
    "lib/package.json": '{ "main": "../dist/index.js", "types": "../dist/index.d.ts" }',
    "dist/index.d.ts": declarations,
  });
  mkdirSync(join(root, "notebooks"));
  symlinkSync(resolve("node_modules"), join(root, "node_modules"), "junction");
  return root;
}

test("types that a cell's compiler reads are fine", async () => {
  expect(await unreadableDeclarations(built("export declare const size: number;"))).toBe("");
});

test("a type that a cell's compiler does not know, and would take for any, is named", async () => {
  const root = built("export declare function pick<T>(of: T[], other: NoInfer<T>): T;");
  expect(await unreadableDeclarations(root)).toContain("Cannot find name 'NoInfer'");
});

test("a library that was not built is named", async () => {
  expect(await unreadableDeclarations(temporaryRoot())).toContain("is lib/ built?");
});

function temporaryRoot(): string {
  const root = temporaryFolder({ "package.json": "{}" });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"), "junction");
  return root;
}

test("the closing line counts tests, and a file that could not be loaded as a failure", () => {
  const report = {
    ...{ numPassedTests: 7, numFailedTests: 1 },
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ],
  };
  const folder = temporaryFolder({ "report.json": JSON.stringify(report) });
  expect(countTests(join(folder, "report.json"))).toEqual({ passed: 7, failed: 2 });
  expect(countTests(join(folder, "none.json"))).toEqual({ passed: 0, failed: 0 });
});
