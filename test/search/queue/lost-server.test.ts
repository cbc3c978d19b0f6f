import type { ChildProcess } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { createStudy, float, random, space } from "../../../lib/search/index.js";
import { Coordinator } from "../../../lib/search/queue/coordinator.js";
import { peersMissing } from "../search-peers.js";
import { forkWorker } from "./fork-worker.js";
import { type Service, startPostgres, startValkey } from "./services.js";

const missing = peersMissing();
const servers: [string, () => Promise<Service>][] = [
  ["Valkey, which forgets everything", startValkey],
  ["PostgreSQL, which forgets nothing", startPostgres],
];

const started: Service[] = [];
const workers: ChildProcess[] = [];
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await Promise.all(started.map((service) => service.stop()));
});

async function server(start: () => Promise<Service>): Promise<Service> {
  const service = await start();
  started.push(service);
  return service;
}

async function startWorker({ address }: Service, study: string): Promise<void> {
  await forkWorker([address, study, "15000"], { onStart: (child) => workers.push(child) });
}

const makeStudy = (name: string) =>
  createStudy({ name, seed: 2, sampler: random(), space: space({ x: float(0, 1) }) });

test.runIf(missing === undefined).each(servers)(
  "a study goes on when its server, %s, is lost in the middle and comes back: no trial is lost, none counts twice",
  { timeout: 120_000 },
  async (_, start) => {
    const service = await server(start);
    const study = await makeStudy("outage");
    const coordinator = await Coordinator.open({
      ...{ queue: service.address, study: "outage", id: "test" },
    });
    await startWorker(service, "outage");
    const told: number[] = [];
    let outage: Promise<void> | undefined;
    await study.optimize(coordinator.objective, {
      ...{ trials: 8, workers: 2 },
      onTrial: ({ number }) => {
        told.push(number);
        if (told.length === 3) outage = service.kill().then(() => service.restart());
      },
    });
    await outage;
    await coordinator.close();
    expect(told.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const { state, value, parameters, intermediate } of study.trials) {
      expect([state, value]).toEqual(["complete", parameters.x]);
      expect(intermediate.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
    }
  },
);

test.runIf(missing === undefined).each(servers)(
  "a study whose server, %s, stays away can be stopped, keeps what had finished, and is gone on with later",
  { timeout: 120_000 },
  async (_, start) => {
    const service = await server(start);
    const study = await makeStudy("stopped");
    const heard: boolean[] = [];
    const stop = new AbortController();
    const open = () =>
      Coordinator.open({
        ...{ queue: service.address, study: "stopped", id: "test" },
        onServer: (answers) => {
          heard.push(answers);
          if (!answers) stop.abort();
        },
      });
    const coordinator = await open();
    await startWorker(service, "stopped");
    let finished = 0;
    await study.optimize(coordinator.objective, {
      ...{ trials: 6, workers: 2, signal: stop.signal },
      onTrial: () => {
        if (++finished === 2) void service.kill();
      },
    });
    await coordinator.close();
    expect(heard).toEqual([false]);
    expect(study.trials.filter(({ state }) => state === "complete")).toHaveLength(finished);
    expect(finished).toBeLessThan(6);

    await service.restart();
    const again = await open();
    await study.optimize(again.objective, { trials: 6, workers: 2, onTrial: () => finished++ });
    await again.close();
    expect(finished).toBe(6);
    for (const { state, value, parameters } of study.trials)
      expect([state, value]).toEqual(["complete", parameters.x]);
  },
);
