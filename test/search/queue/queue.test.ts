import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createStudy, float, type Pruner, space } from "../../../lib/search/index.js";
import { Coordinator } from "../../../lib/search/queue/coordinator.js";
import { peersMissing } from "../search-peers.js";
import { forkWorker } from "./fork-worker.js";
import { type Service, startPostgres, startValkey } from "./services.js";

const missing = peersMissing();
if (missing !== undefined) console.warn(`Not run: ${missing}`);

const started: Service[] = [];
afterAll(() => Promise.all(started.map((service) => service.stop())));

/** Stops trial 3 at its second report. */
const third: Pruner = { name: "third", shouldPrune: ({ trial, step }) => trial.number === 3 && step === 1 };

test.runIf(missing === undefined).each([
  ["Valkey", startValkey],
  ["PostgreSQL", startPostgres],
])(
  "on %s, every trial ends once though a worker is killed, and goes on elsewhere from its last checkpoint",
  { timeout: 120_000 },
  async (_, start) => {
    const service = await start();
    started.push(service);
    const folder = mkdtempSync(join(tmpdir(), "queue-"));
    const study = await createStudy({
      name: "steady",
      seed: 1,
      pruner: third,
      space: space({ x: float(0, 1) }),
    });
    const queue = service.address;
    const coordinator = await Coordinator.open({ queue, study: "steady", id: "test", leaseMs: 1500 });
    const workers = await Promise.all(
      [1, 2].map(() => forkWorker([queue, "steady"], { env: { KILL_ONCE: folder } })),
    );
    const told: number[] = [];
    await study.optimize(coordinator.objective, {
      ...{ trials: 8, workers: 4 },
      onTrial: ({ number }) => told.push(number),
    });
    await coordinator.close();

    expect(workers.filter(({ signalCode }) => signalCode === "SIGKILL")).toHaveLength(1);
    expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, i) => i));
    for (const { number, state, value, parameters, attempt, attributes, intermediate } of study.trials) {
      if (number === 3) {
        expect(state).toBe("pruned");
        continue;
      }
      expect([state, value]).toEqual(["complete", parameters.x]);
      expect(intermediate.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
      expect(intermediate[0]!.value).toBeNaN();
      // A trial that shared the killed worker may have begun anew, too.
      if (number === 2) expect([attempt > 1, attributes.began]).toEqual([true, 2]);
    }
    for (const child of workers) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  },
);
