import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { takeLock } from "../../lib/core/index.js";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  path = join(folder, "work.lock");
});

/** Above every process number that Linux and macOS give. */
const nobody = 2 ** 30;

test("takeLock lets one in at a time, and the next one once it is given back", async () => {
  const release = await takeLock(path, { doing: "working here" });
  await expect(takeLock(path, { doing: "working here" })).rejects.toThrow(
    `another process (${process.pid}@${hostname()}) is working here`,
  );
  await release();
  await (await takeLock(path, { doing: "working here" }))();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["a process that runs no more", `${nobody}@${hostname()}`],
  ["an earlier process with our number", `${process.pid}@${hostname()}`],
  ["a process that died before it wrote its number", ""],
])("takeLock takes over from %s", async (_, owner) => {
  writeFileSync(path, owner);
  await (await takeLock(path, { doing: "working here" }))();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["a process that runs", `${process.ppid}@${hostname()}`],
  ["another machine, whose processes cannot be asked after", `${nobody}@elsewhere`],
])("takeLock respects %s", async (_, owner) => {
  writeFileSync(path, owner);
  await expect(takeLock(path, { doing: "working here" })).rejects.toThrow(owner);
});

test("takeLock lets one of several in, where all find a dead process's lock", async () => {
  writeFileSync(path, `${nobody}@${hostname()}`);
  const tries = await Promise.allSettled(
    Array.from({ length: 5 }, () => takeLock(path, { doing: "working here" })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
