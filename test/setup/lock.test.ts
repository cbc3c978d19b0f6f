import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeLock } from "../../scripts/setup/support/lock.mjs";
import { temporaryFolder } from "./temporary-folder.js";

const lockIn = (): string => join(temporaryFolder(), "state", "lock");

test("a second set-up waits until the first gives the lock back, and says for whom", async () => {
  const file = lockIn();
  const release = await takeLock(file);
  const told: number[] = [];
  let second = false;
  const waiting = takeLock(file, { onWait: (pid) => told.push(pid), pollMs: 5, grace: 0 }).then((give) => {
    second = true;
    return give;
  });
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect({ second, told }).toEqual({ second: false, told: [process.pid] });
  release();
  (await waiting)();
  expect(existsSync(file)).toBe(false);
});

test("the lock of a set-up that was killed is taken over", async () => {
  const file = lockIn();
  const program = `const { takeLock } = await import(${JSON.stringify(new URL("../../scripts/setup/support/lock.mjs", import.meta.url).href)});
    await takeLock(${JSON.stringify(file)}); console.log("held"); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", program]);
  await once(holder.stdout, "data");
  const told: number[] = [];
  const waiting = takeLock(file, { onWait: (pid) => told.push(pid), pollMs: 5, grace: 0 });
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(told).toEqual([holder.pid]);
  holder.kill("SIGKILL");
  (await waiting)();
});

test("a lock that its holder has not touched for long is taken over, whoever has its number now", async () => {
  const file = lockIn();
  (await takeLock(file))();
  writeFileSync(file, JSON.stringify({ pid: process.ppid, host: hostname() }));
  utimesSync(file, 0, 0);
  (await takeLock(file, { pollMs: 5, grace: 0 }))();
});

test("a lock that cannot be read is taken over", async () => {
  const file = lockIn();
  (await takeLock(file))();
  writeFileSync(file, "{");
  (await takeLock(file, { pollMs: 5, grace: 0 }))();
});

test("Ctrl-C ends the wait", async () => {
  const file = lockIn();
  const release = await takeLock(file);
  const waiting = takeLock(file, { signal: AbortSignal.timeout(20), pollMs: 1000 });
  await expect(waiting).rejects.toThrow(/abort/i);
  release();
});
