import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { installKernelspec, kernelspec } from "../../lib/kernel/index.js";

let prefix: string;
let kernels: string;
beforeEach(() => {
  prefix = mkdtempSync(join(tmpdir(), "deep-pessimist-prefix-"));
  kernels = join(prefix, "share", "jupyter", "kernels");
});

test("kernelspec() starts this Node on the built kernel, and is stopped by a message", () => {
  expect(kernelspec({ main: "/here/dist/kernel/main.js" })).toMatchObject({
    argv: [
      process.execPath,
      "--disable-warning=ExperimentalWarning",
      "--min-semi-space-size=16",
      "/here/dist/kernel/main.js",
      "{connection_file}",
    ],
    display_name: "TypeScript (Deep Pessimist)",
    language: "typescript",
    interrupt_mode: "message",
  });
});

test("installKernelspec({ prefix }) writes the kernel and its picture, and nothing else stays", () => {
  const folder = installKernelspec({ prefix });
  expect(folder).toBe(join(kernels, "deep-pessimist"));
  expect(readdirSync(kernels)).toEqual(["deep-pessimist"]);
  expect(readdirSync(folder).sort()).toEqual(["kernel.json", "logo-svg.svg"]);
  expect(JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"))).toEqual(kernelspec());
});

test("installKernelspec replaces an older entry as a whole", () => {
  mkdirSync(join(kernels, "deep-pessimist"), { recursive: true });
  writeFileSync(join(kernels, "deep-pessimist", "stale.txt"), "old");
  installKernelspec({ prefix });
  expect(readdirSync(join(kernels, "deep-pessimist")).sort()).toEqual(["kernel.json", "logo-svg.svg"]);
});

test("node dist/kernel/install.js without --prefix says what to type and exits with 2", () => {
  const run = () => execFileSync(process.execPath, ["dist/kernel/install.js"], { stdio: "pipe" });
  expect(run).toThrow(/node dist\/kernel\/install\.js --prefix \.venv/);
});
