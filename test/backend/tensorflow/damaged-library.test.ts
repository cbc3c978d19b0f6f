import { closeSync, openSync, readFileSync, readSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { findLibrary } from "../../../lib/backend/tensorflow/find-library.js";
import { runProgram } from "../support/run-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const whole = findLibrary({ folder: "" });

const framework = whole.replace("_cc", "_framework");

/** The path of the other library, beside one. */
const beside = (path: string) => path.replace("_cc", "_framework");

/** Ways to damage the library at `path`, by what the error then says. */
const damages: Record<string, (path: string) => void> = {
  "is no shared library": (path) => writeFileSync(path, ""),
  "libtensorflow_cc.so.2 is no shared library": (path) =>
    writeFileSync(path, "<html>Not found</html>".repeat(99)),
  "is cut short: it has 1000000 bytes": (path) => writeFileSync(path, beginningOfLibrary(1_000_000)),
  [`is made for ${process.arch === "arm64" ? "x64" : "arm64"}; this Node runs on ${process.arch}`]: (
    path,
  ) => {
    const start = beginningOfLibrary(1_000_000);
    start.writeUInt16LE(process.arch === "arm64" ? 62 : 183, 18);
    writeFileSync(path, start);
  },
  libtensorflow_framework: (path) => symlinkSync(whole, path),
  "libtensorflow_framework.so.2 is cut short: it has 30000000 bytes": withFramework((bytes) =>
    bytes.subarray(0, 30_000_000),
  ),
  "undefined symbol: XX_NewStatus": withFramework((bytes) => {
    bytes.write("XX_", bytes.indexOf("TF_NewStatus\0"));
    return bytes;
  }),
  "is damaged: loading it ends a process": withFramework((bytes) =>
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 8_000_000),
  ),
  "has no function TF_Version": (path) => symlinkSync(framework, path), // last: it stays loaded
};

/** The whole library beside a changed libtensorflow_framework. */
function withFramework(change: (bytes: Buffer) => Buffer): (path: string) => void {
  return (path) => {
    symlinkSync(whole, path);
    writeFileSync(beside(path), change(readFileSync(framework)));
  };
}

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

test("a library that is empty, text, cut short, of another machine, alone, another one, or full of holes is refused with what is wrong and what to type", () => {
  const { code, stdout } = runProgram("try-libraries.ts", {
    args: Object.values(damages).map(damaged),
    env: { XDG_CACHE_HOME: temporaryFolder() },
  });
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
