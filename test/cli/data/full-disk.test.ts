import { existsSync } from "node:fs";
import type * as files from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { runData, temporaryFolder } from "./run-data.js";

/** Bytes that the disk of these tests has, in all and for files that are written whole. */
const disk = { free: Number.MAX_SAFE_INTEGER, breaks: false };

vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof files>();
  const open: typeof real.open = async (...args) => {
    const handle = await real.open(...args);
    if (!disk.breaks || !String(args[0]).endsWith("x.npy")) return handle;
    const refuse = () => Promise.reject(Object.assign(new Error("no space"), { code: "ENOSPC" }));
    return Object.assign(handle, { write: refuse });
  };
  return { ...real, open, statfs: async () => ({ bavail: disk.free, bsize: 1 }) };
});

const at = temporaryFolder();
const scenes = ["scenes", "--samples", "50", "--image-size", "16", "--out"];

test("a set that does not fit on the disk is refused before anything is written", async () => {
  disk.free = 20_000;
  const { code, err } = await runData(...scenes, at("set"));
  disk.free = Number.MAX_SAFE_INTEGER;
  expect(code).toBe(2);
  expect(err).toMatch(/\d kB to write, and 20\.0 kB free[\s\S]*To fix: {3}free [\d.]+ kB/);
  expect(existsSync(at("set.unfinished"))).toBe(false);
});

test("a disk that fills up in the middle: an error without a stack, and the same command goes on", async () => {
  disk.breaks = true;
  const { code, err } = await runData(...scenes, at("set"));
  disk.breaks = false;
  expect(code).toBe(2);
  expect(err).toMatch(/the disk is full \(ENOSPC\)[\s\S]*do the same again/);
  expect(err).not.toContain("    at ");
  expect(existsSync(at("set"))).toBe(false);
  expect((await runData(...scenes, at("set"))).code).toBe(0);
  expect((await runData("check", at("set"))).code).toBe(0);
});
