import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createStudy, float, space } from "../../../lib/search/index.js";
import { Coordinator } from "../../../lib/search/queue/coordinator.js";
import { type Engine, openEngine } from "../../../lib/search/queue/engine.js";
import { queueName } from "../../../lib/search/queue/messages.js";
import { peersMissing } from "../search-peers.js";
import { forkWorker } from "./fork-worker.js";
import { type Service, startValkey } from "./services.js";

const missing = peersMissing();
const hours = 5 * 3600 * 1000;
const folder = mkdtempSync(join(tmpdir(), "clock-"));
const workers: ChildProcess[] = [];
let service: Service;
let engine: Engine;

beforeAll(async () => {
  if (missing !== undefined) return;
  service = await startValkey();
  engine = await openEngine(service.address);
});

afterEach(() => void vi.restoreAllMocks());

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await engine?.close();
  await service?.stop();
  rmSync(folder, { recursive: true });
});

/** A study of one trial that has been begun by a worker, and ends when `go` is called. */
async function begun(study: string, leaseMs: number) {
  const file = join(folder, study);
  const startWorker = () =>
    forkWorker([service.address, study, `${leaseMs}`, "waiting-objective"], {
      ...{ onStart: (child) => workers.push(child), env: { WAIT_FOR: file } },
    });
  const opened = await createStudy({ name: study, space: space({ x: float(0, 1) }) });
  const coordinator = await Coordinator.open({ queue: service.address, study, id: "test", leaseMs });
  const worker = await startWorker();
  const told: number[] = [];
  const ended = opened.optimize(coordinator.objective, {
    ...{ trials: 1 },
    onTrial: ({ number }) => told.push(number),
  });
  const queue = engine.queue(queueName(study, "trials"));
  await inState(queue, "active");
  return {
    ...{ worker, startWorker, queue, told },
    async finish() {
      writeFileSync(file, "");
      await ended;
      await coordinator.close();
      return opened.trials[0]!;
    },
  };
}

async function inState(queue: Queue, state: string): Promise<void> {
  while ((await queue.getJobState("test-0-1")) !== state) await setTimeout(20);
}

test.runIf(missing === undefined)(
  "a worker's clock that jumps costs it the server's lease, and its trial nothing: it runs on, and counts once",
  { timeout: 60_000 },
  async () => {
    const { worker, queue, told, finish } = await begun("worker", 4000);
    worker.send(-hours); // BullMQ then thinks that it has just renewed the lease
    const { now } = Date;
    vi.spyOn(Date, "now").mockImplementation(() => now() + hours); // here it jumps, too
    await inState(queue, "failed");
    expect(await finish()).toMatchObject({ state: "complete", attempt: 1 });
    expect(told).toEqual([0]);
  },
);

test.runIf(missing === undefined)(
  "a server's clock that jumps back keeps a dead worker's lease for hours, and its trial goes on elsewhere all the same",
  { timeout: 60_000 },
  async () => {
    const { worker, startWorker, queue, told, finish } = await begun("server", 1500);
    worker.kill("SIGKILL");
    const [, port] = /(\d+)$/.exec(service.address)!;
    const redis = new Redis(Number(port), { password: "s3cret" });
    await redis.set(`${queue.toKey("test-0-1")}:lock`, "its token", "PX", hours);
    redis.disconnect();
    await startWorker();
    expect(await finish()).toMatchObject({ state: "complete", attempt: 2 });
    expect(told).toEqual([0]);
  },
);
