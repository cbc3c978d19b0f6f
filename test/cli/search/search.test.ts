import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runCommandLine } from "../../../lib/cli/run-command-line.js";
import { takeLock } from "../../../lib/core/index.js";
import { startValkey } from "../../search/queue/services.js";
import { peersMissing } from "../../search/search-peers.js";

const folder = mkdtempSync(join(tmpdir(), "search-"));
const storage = join(folder, "studies.db");
const program = resolve("test/cli/search/parabola.ts");
const missing = peersMissing();

beforeAll(() => {
  vi.stubEnv("PATH", folder); // where no dashboard is
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

interface Run {
  code: number;
  out: string;
  err: string;
}

async function search(...args: string[]): Promise<Run> {
  const out = vi.spyOn(console, "log").mockImplementation(() => {});
  const err = vi.spyOn(console, "error").mockImplementation(() => {});
  const code = await runCommandLine(["search", ...args]);
  const run = { code, out: out.mock.calls.join("\n"), err: err.mock.calls.join("\n") };
  vi.restoreAllMocks();
  return run;
}

test("run goes as far as it is told, and further with the same command; status says how it stands", async () => {
  const first = await search("run", program, "--storage", storage, "--workers", "2");
  expect([first.code, first.err.split("\n").length]).toEqual([0, 5]);
  expect(first.out).toMatch(
    /^parabola \(minimize\): 4 complete, 1 failed\n {2}best [\d.e-]+, trial \d: \{"x":/,
  );
  expect(first.out).toContain("last failure: Error: no luck");
  const more = await search("run", program, "--storage", storage, "--trials", "7", "--json");
  const summary = JSON.parse(more.out);
  expect(summary).toMatchObject({ name: "parabola", trials: { complete: 6, failed: 1, running: 0 } });
  expect(summary.best.value).toBe((summary.best.parameters.x - 1) ** 2);
  const status = await search("status", storage, "--json");
  expect([status.code, JSON.parse(status.out)]).toEqual([0, [summary]]);
});

test.runIf(missing === undefined)(
  "run leads workers that another command started, through a queue",
  async () => {
    const server = await startValkey();
    const args = ["search", "worker", program, "--queue", server.address, "--slots", "2"];
    const worker: ChildProcess = spawn(process.execPath, ["--import", "tsx", "lib/cli/main.ts", ...args], {
      stdio: "pipe",
    });
    let printed = "";
    worker.stdout!.on("data", (piece) => (printed += piece));
    const own = join(folder, "queued.db");
    const run = await search(
      "run",
      program,
      "--storage",
      own,
      "--queue",
      server.address,
      "--workers",
      "2",
      "--json",
    );
    expect(JSON.parse(run.out).trials).toEqual({ waiting: 0, running: 0, complete: 4, pruned: 0, failed: 1 });
    worker.kill("SIGINT");
    await new Promise((resolve) => worker.once("exit", resolve));
    expect(printed).toBe("5 trials ended here.\n");
    await server.stop();
  },
);

test("a second coordinator of one file is told who the first is, and what to do", async () => {
  const own = join(folder, "led.db");
  const release = await takeLock(`${own}.coordinator`, { doing: "spreading the trials of this file" });
  const { code, err } = await search("run", program, "--storage", own, "--queue", "redis://127.0.0.1:1");
  await release();
  expect(code).toBe(2);
  expect(err).toContain(`another process (${process.pid}@`);
  expect(err).toContain("is spreading the trials of this file");
});

test.each([
  [["rum", "x.ts"], "write deep-pessimist search run."],
  [["run"], "one file"],
  [["run", "no.ts", "--trials", "3"], "there is no file no.ts"],
  [["run", resolve("test/support/blobs.ts")], "exports no search"],
  [["run", program, "--workers", "0"], "a whole number from 1"],
  [["run", program, "--storage", ":memory:", "--queue", "redis://127.0.0.1"], "kept in memory, and --queue"],
  [["worker", program], "got no --queue"],
  [["worker", program, "--queue", "amqp://x"], "begins with redis://"],
  [["status", program], "is not an SQLite database"],
  [["status", storage, "--study", "other"], 'no study "other"'],
  [
    ["dashboard", storage, "--port", "99999999"],
    "a whole number from 0 to 65535.\n  To fix:   write --port 8080",
  ],
  [["dashboard", storage], "python -m pip install optuna-dashboard"],
])("search %j is refused with what to type", async (args, message) => {
  const { code, err } = await search(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
