import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "../../lib/cli/run-command-line.js";
import { userDataFolder } from "../../lib/kernel/index.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deep-pessimist-command-"));
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const entry = (data: string) => join(data, "kernels", "deep-pessimist", "kernel.json");

test.each([[[]], [["--user"]]])("kernel install %j makes the kernel known to this user", async (options) => {
  vi.stubEnv("JUPYTER_DATA_DIR", folder);
  expect(await runCommandLine(["kernel", "install", ...options])).toBe(0);
  const { argv, interrupt_mode } = JSON.parse(readFileSync(entry(folder), "utf8"));
  expect(argv[0]).toBe(process.execPath);
  expect(interrupt_mode).toBe("message");
});

test("kernel install --sys-prefix makes it known to the active Python environment", async () => {
  // A Python that answers with its prefix, as the active one does.
  writeFileSync(join(folder, "python3"), `#!/bin/sh\necho ${folder}\n`, { mode: 0o755 });
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  expect(await runCommandLine(["kernel", "install", "--sys-prefix", "--json"])).toBe(0);
  const { folder: told } = JSON.parse(vi.mocked(console.log).mock.calls[0]?.[0]);
  expect(told).toBe(join(folder, "share", "jupyter", "kernels", "deep-pessimist"));
  expect(existsSync(join(told, "kernel.json"))).toBe(true);
});

test("kernel install --prefix makes it known to the environment there", async () => {
  expect(await runCommandLine(["kernel", "install", "--prefix", folder])).toBe(0);
  expect(existsSync(entry(join(folder, "share", "jupyter")))).toBe(true);
});

test.each([[["kernel"]], [["kernel", "remove"]], [["kernel", "install", "--user", "--sys-prefix"]]])(
  "%j is refused with what to type",
  async (args) => {
    expect(await runCommandLine(args)).toBe(2);
    expect(vi.mocked(console.error).mock.calls[0]?.[0]).toContain("deep-pessimist kernel install");
  },
);

test("userDataFolder() is where Jupyter looks, on each system", () => {
  expect(userDataFolder({ HOME: "/home/a" }, "linux")).toBe("/home/a/.local/share/jupyter");
  expect(userDataFolder({ HOME: "/home/a", XDG_DATA_HOME: "/x" }, "linux")).toBe("/x/jupyter");
  expect(userDataFolder({ HOME: "/Users/a" }, "darwin")).toBe("/Users/a/Library/Jupyter");
  expect(userDataFolder({ APPDATA: "/data" }, "win32")).toBe("/data/jupyter");
});
