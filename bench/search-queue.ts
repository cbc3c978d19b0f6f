import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Coordinator, choice, createStudy, float, random, space } from "deep-pessimist/search";
import { type Service, startPostgres, startValkey } from "../test/search/queue/services.js";
import { table } from "./table.js";

/** What the queue costs a trial, and what becomes of trials whose workers are killed every five seconds. */
export async function benchSearchQueue(): Promise<string> {
  const minutes = Number(process.env.BENCH_MINUTES ?? 10);
  const columns: string[][] = [];
  for (const start of [startValkey, startPostgres]) {
    const service = await start();
    const cost = await emptyTrials(service);
    const fate = await killedWorkers(service, minutes);
    columns.push([cost.toFixed(2), ...fate.map((value) => value.toLocaleString("en"))]);
    await service.stop();
  }
  const measures = [
    ["engine, ms per empty trial", "≤ 3"],
    ["workers killed (-9)", ""],
    ["trials begun", ""],
    ["ended once", "all"],
    ["lost", "0"],
    ["told twice", "0"],
    ["begun again elsewhere", ""],
  ];
  return [
    "## Trials on a queue",
    "",
    "An empty trial's cost is that of 1,000 of them, eight at a time, by one worker with eight child processes. Then 8 workers for",
    `${minutes} minutes with trials of 2 s, of which one is killed (-9) every 5 s and replaced.`,
    "",
    table(
      ["what", "Valkey", "PostgreSQL", "wanted"],
      measures.map(([what = "", wanted = ""], i) => [what, ...columns.map((column) => column[i]!), wanted]),
    ),
  ].join("\n");
}

async function emptyTrials({ address }: Service): Promise<number> {
  const study = await open("empty", [true]);
  const coordinator = await Coordinator.open({ queue: address, study: "empty", id: "bench" });
  const worker = await startWorker(address, "empty", 8);
  await study.optimize(coordinator.objective, { trials: 50, workers: 8 });
  const start = performance.now();
  await study.optimize(coordinator.objective, { trials: 1050, workers: 8 });
  const milliseconds = (performance.now() - start) / 1000;
  worker.kill("SIGKILL");
  await coordinator.close();
  return milliseconds;
}

async function killedWorkers({ address }: Service, minutes: number): Promise<number[]> {
  const study = await open("killed", [false]);
  const coordinator = await Coordinator.open({ queue: address, study: "killed", id: "bench", leaseMs: 6000 });
  const workers = await Promise.all(Array.from({ length: 8 }, () => startWorker(address, "killed", 1)));
  let kills = 0;
  let replacing: Promise<unknown> = Promise.resolve();
  const killing = setInterval(() => {
    workers.shift()?.kill("SIGKILL");
    kills++;
    replacing = startWorker(address, "killed", 1).then((worker) => workers.push(worker));
  }, 5000);
  const told: number[] = [];
  await study.optimize(coordinator.objective, {
    ...{ trials: Number.POSITIVE_INFINITY, workers: 8, timeoutMs: 60_000 * minutes },
    onTrial: ({ number }) => told.push(number),
  });
  clearInterval(killing);
  await replacing;
  // What a kill handed back in the last moments waits for its turn.
  await study.optimize(coordinator.objective, { trials: study.trials.length, workers: 8 });
  for (const worker of workers) worker.kill("SIGKILL");
  await coordinator.close();
  const complete = study.trials.filter(
    ({ state, value, parameters, intermediate }) =>
      state === "complete" && value === parameters.x && intermediate.length === 10,
  );
  const again = study.trials.filter(({ attempt }) => attempt > 1).length;
  const twice = told.length - new Set(told).size;
  return [kills, study.trials.length, complete.length, study.trials.length - complete.length, twice, again];
}

function open(name: string, empty: readonly boolean[]) {
  return createStudy({ name, sampler: random(), space: space({ x: float(0, 1), empty: choice(empty) }) });
}

async function startWorker(address: string, study: string, slots: number): Promise<ChildProcess> {
  const args = ["bench/search-queue/worker.mjs", address, study, `${slots}`];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const early = once(child, "exit").then(([code]) =>
    Promise.reject(new Error(`a worker ended with ${code}`)),
  );
  early.catch(() => {}); // later it may
  await Promise.race([once(child.stdout, "data"), early]);
  return child;
}
