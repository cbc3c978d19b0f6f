import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { createStudy } from "../../../lib/search/index.js";
import { startPostgres, startValkey } from "../../search/queue/services.js";
import { peersMissing } from "../../search/search-peers.js";

const missing = peersMissing();
const folder = mkdtempSync(join(tmpdir(), "lost-server-"));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Command {
  /** Until it has printed this. */
  prints(text: string): Promise<void>;
  /** Its exit code after Ctrl-C. */
  interrupt(): Promise<number>;
}

function search(action: string, ...args: string[]): Command {
  const line = ["--import", "tsx", "lib/cli/main.ts", "search", action, "test/cli/search/steady.ts", ...args];
  const child = spawn(process.execPath, line, { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (printed += piece));
  return {
    async prints(text) {
      while (!printed.includes(text)) await setTimeout(20);
    },
    async interrupt() {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      return (await ended)[0] as number;
    },
  };
}

test.runIf(missing === undefined).each([
  ["Valkey", startValkey],
  ["PostgreSQL", startPostgres],
])(
  "where %s is lost for good, both commands say so, end when they are told to, and keep what had finished",
  { timeout: 60_000 },
  async (name, start) => {
    const server = await start();
    const storage = join(folder, `${name}.db`);
    const run = search("run", "--queue", server.address, "--storage", storage);
    const worker = search("worker", "--queue", server.address);
    await run.prints("trial 1: complete");
    await server.kill();
    await Promise.all([run.prints("does not answer"), worker.prints("does not answer")]);
    expect(await Promise.all([run.interrupt(), worker.interrupt()])).toEqual([0, 0]);
    await server.stop();
    const study = await createStudy({ name: "steady", storage });
    expect(study.trials.slice(0, 2).map(({ state }) => state)).toEqual(["complete", "complete"]);
    expect(study.trials.filter(({ state }) => state === "running")).toEqual([]);
    study.close();
  },
);
