import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeContext } from "../../scripts/setup/context.mjs";
import { explainFailure } from "../../scripts/setup/support/explain-failure.mjs";
import { runCommand } from "../../scripts/setup/support/run-command.mjs";
import { temporaryFolder } from "./temporary-folder.js";

const node = (context: ReturnType<typeof makeContext>, program: string): Promise<void> =>
  runCommand(context, "npm packages", process.execPath, ["-e", program]);

function world(overrides: { signal?: AbortSignal } = {}): ReturnType<typeof makeContext> {
  const root = temporaryFolder();
  return makeContext({ root, packageRoot: root, ...overrides });
}

test("what a program prints goes to its log", async () => {
  const context = world();
  await node(context, "console.log('said'); console.error('warned')");
  expect(readFileSync(join(context.state, "npm-packages.log"), "utf8")).toBe("said\nwarned\n");
});

test("a program that fails is told with its code, its last lines and its log", async () => {
  const context = world();
  await expect(node(context, "console.log('the reason'); process.exit(3)")).rejects.toThrow(
    /npm packages failed \(3\)[\s\S]*the reason[\s\S]*npm-packages\.log/,
  );
});

test("Ctrl-C stops the program and waits for its end", async () => {
  const abort = new AbortController();
  const context = world({ signal: abort.signal });
  const file = join(context.root, "ended");
  const program = `process.on("SIGTERM", () => { require("fs").writeFileSync(${JSON.stringify(file)}, ""); process.exit(); });
    setInterval(() => {}, 1000); console.log("ready")`;
  const running = node(context, program);
  const log = join(context.state, "npm-packages.log");
  await expect.poll(() => readFileSync(log, "utf8"), { timeout: 10_000 }).toBe("ready\n");
  abort.abort();
  await expect(running).rejects.toThrow(/abort/i);
  expect(existsSync(file)).toBe(true);
});

test("a program ends with the process that asked for it, even when that is killed", async () => {
  const { root } = world();
  const pidFile = join(root, "pid");
  const long = `require("fs").writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const url = new URL("../../scripts/setup/support/spawn-supervised.mjs", import.meta.url).href;
  const parent = spawn(process.execPath, [
    ...["--input-type=module", "-e"],
    `const { spawnSupervised } = await import(${JSON.stringify(url)});
     spawnSupervised(process.execPath, ["-e", ${JSON.stringify(long)}], { cwd: ".", env: process.env, output: 1 });`,
  ]);
  await expect
    .poll(() => existsSync(pidFile) && readFileSync(pidFile, "utf8"), { timeout: 10_000 })
    .toMatch(/\d+/);
  const pid = Number(readFileSync(pidFile, "utf8"));
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each([
  ["npm error code ENOSPC", "room on the disk"],
  ["OSError: [Errno 28] No space left on device", "room on the disk"],
  ["npm error code EACCES", "a folder that you may write"],
  ["npm error network request failed, reason: getaddrinfo EAI_AGAIN registry", "a connection"],
  ["WARNING: Retrying after NewConnectionError", "a connection"],
  ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "the very packages"],
  ["TypeError: x is not a function", "the command to end well"],
])("%j is explained", (text, expected) => {
  const { message } = explainFailure({ name: "step", command: "npm ci", code: 1, text, log: "step.log" });
  expect(message).toContain(text);
  expect(message).toContain(`Expected: ${expected}`);
});
