import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { runCommandLine } from "../../../lib/cli/run-command-line.js";
import { folderContents } from "../../data/disk/support/folder-contents.js";
import { runData, temporaryFolder } from "./run-data.js";

const at = temporaryFolder();
const streets = ["scenes", "--samples", "300", "--image-size", "96", "--workers", "0"];

/** Runs the command as a program of its own and sends it a signal after its first chunk. */
async function interrupt(out: string, signal: NodeJS.Signals): Promise<{ code: number | null; err: string }> {
  const program = ["--import", "tsx", "lib/cli/main.ts", "data", ...streets, "--out", out];
  const child = spawn(process.execPath, program, { stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr.on("data", (text) => {
    err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const journal = join(`${out}.unfinished`, "journal.json");
  while (
    child.exitCode === null &&
    !(existsSync(journal) && readFileSync(journal, "utf8").includes('"all":["'))
  )
    await setTimeout(5);
  child.kill(signal);
  return { code: await ended, err };
}

test.each([
  ["killed by −9", "SIGKILL", null, ""],
  ["stopped by Ctrl-C", "SIGINT", 2, "Stopped. What is made stays in"],
] as const)(
  "%s, the same command goes on where it was and ends with the same bytes",
  async (_, signal, code, said) => {
    await runData(...streets, "--out", at("alone/set"));
    const out = at(`${signal}/set`);
    const ended = await interrupt(out, signal);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(said);
    expect(existsSync(out)).toBe(false);
    const { made } = JSON.parse((await runData(...streets, "--out", out, "--json")).out);
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(300);
    expect(folderContents(out)).toEqual(folderContents(at("alone/set")));
  },
);

test("of two that write the same set at once, one does and the other says so; nothing is mixed", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const complained = vi.spyOn(console, "error").mockImplementation(() => {});
  const command = ["data", ...streets, "--out", at("twice/set")];
  const codes = await Promise.all([runCommandLine(command), runCommandLine(command)]);
  const complaint = complained.mock.calls.join();
  said.mockRestore();
  complained.mockRestore();
  expect(codes.sort()).toEqual([0, 2]);
  expect(complaint).toMatch(/another process \(\d+@.*\) is writing this data set\./);
  expect(folderContents(at("twice/set"))).toEqual(folderContents(at("alone/set")));
});
