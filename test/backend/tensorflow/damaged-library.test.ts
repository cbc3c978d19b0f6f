import { closeSync, openSync, readSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { findLibrary } from "../../../lib/backend/tensorflow/find-library.js";
import { runProgram } from "../support/run-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const whole = findLibrary({ folder: "" });

/** Ways to damage the library at `path`, by what the error then says. */
const damages: Record<string, (path: string) => void> = {
  "is no shared library": (path) => writeFileSync(path, ""),
  "libtensorflow_cc.so.2 is no shared library": (path) =>
    writeFileSync(path, "<html>Not found</html>".repeat(99)),
  "is cut short: it has 1000000 bytes": (path) => writeFileSync(path, beginningOfLibrary(1_000_000)),
  libtensorflow_framework: (path) => symlinkSync(whole, path),
  "has no function TF_Version": (path) => symlinkSync(whole.replace("_cc", "_framework"), path),
};

function beginningOfLibrary(bytes: number): Buffer {
  const start = Buffer.alloc(bytes);
  const file = openSync(whole, "r");
  readSync(file, start);
  closeSync(file);
  return start;
}

/** A folder whose library was damaged. */
function damaged(damage: (path: string) => void): string {
  const folder = temporaryFolder();
  damage(join(folder, basename(whole)));
  return folder;
}

test("a library that is empty, text, cut short, alone or another one is refused with what is wrong and what to type", () => {
  const { code, stdout } = runProgram("try-libraries.ts", { args: Object.values(damages).map(damaged) });
  const errors: string[] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(errors).toEqual(Object.keys(damages).map((says) => expect.stringContaining(says)));
  for (const error of errors) expect(error).toMatch(/^UsageError(.|\n)*type: npx deep-pessimist setup/);
});

test("a damaged library makes the automatic choice fall back to WebAssembly, which says why", () => {
  const folder = damaged(damages["is no shared library"]!);
  const { code, stdout, stderr } = runProgram("print-report.ts", { env: { PESSIMIST_TENSORFLOW: folder } });
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({
    backend: "wasm",
    why: expect.stringMatching(/Not tensorflow: .* is no shared library.*npx deep-pessimist setup/),
    product: [[11]],
  });
});
