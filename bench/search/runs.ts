import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { search } from "deep-pessimist";
import type { TestFunction } from "./functions.js";
import type { KeptRuns } from "./kept-runs.js";

/** One study on one function. */
export interface Run {
  readonly function: string;
  readonly seed: number;
  /** The simple regret after each trial: the best value so far, less the least there is. */
  readonly best: readonly number[];
  /** How long each proposal took. */
  readonly ms: readonly number[];
}

/** What is run. */
export interface Work {
  readonly functions: readonly TestFunction[];
  readonly seeds: readonly number[];
  readonly trials: number;
}

/** Runs one of our samplers. */
export async function runOurs(makeSampler: () => search.Sampler, work: Work): Promise<Run[]> {
  const runs: Run[] = [];
  for (const tested of work.functions)
    for (const seed of work.seeds) runs.push(await runOne(makeSampler(), tested, seed, work.trials));
  return runs;
}

async function runOne(
  sampler: search.Sampler,
  tested: TestFunction,
  seed: number,
  trials: number,
): Promise<Run> {
  const { float, space, createStudy } = search;
  const box = tested.low.map((low, j) => [`x${j}`, float(low, tested.high[j]!)] as const);
  const study = await createStudy({
    name: tested.name,
    space: space(Object.fromEntries(box)),
    sampler,
    seed,
  });
  const [best, ms]: [number[], number[]] = [[], []];
  for (let i = 0; i < trials; i++) {
    const start = performance.now();
    const trial = await study.ask();
    ms.push(performance.now() - start);
    const value = tested.at(Object.values(trial.parameters) as number[]);
    await study.tell(trial, value);
    best.push(Math.min(best.at(-1) ?? Number.POSITIVE_INFINITY, value - tested.least));
  }
  return { function: tested.name, seed, best, ms };
}

/** A peer: a program in bench/contestants and the Python that has its packages. */
export interface Peer {
  readonly python: string;
  readonly program: string;
  readonly sampler: string;
}

/** Runs a peer's sampler here and now, alone. */
export async function runTheirs(root: string, peer: Peer, work: Work): Promise<Run[]> {
  const runs: Run[] = [];
  await study(root, peer, work, (run) => runs.push(run));
  return runs;
}

/** Runs what is missing of a peer's studies, seed by seed, a process for each core; {@link keptRuns} has the others. */
export async function runWhatIsMissing(root: string, peer: Peer, work: Work, kept: KeptRuns): Promise<Run[]> {
  const seeds = work.seeds.values();
  const fresh: Run[] = [];
  const worker = async (): Promise<void> => {
    for (const seed of seeds) {
      const functions = work.functions.filter((tested) => kept.find(tested, seed) === undefined);
      if (functions.length === 0) continue;
      await study(root, peer, { ...work, functions, seeds: [seed] }, (run) => {
        kept.keep(run);
        fresh.push(run);
      });
      console.log(`  ${peer.sampler.padEnd(25)} seed ${seed} of ${work.seeds.length} is done`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const old = work.functions.flatMap((tested) => work.seeds.map((seed) => kept.find(tested, seed)));
  return [...fresh, ...old.filter((run) => run !== undefined)].sort((a, b) => a.seed - b.seed);
}

async function study(root: string, peer: Peer, work: Work, onRun: (run: Run) => void): Promise<void> {
  const { python, program, sampler } = peer;
  const child = spawn(python, [join(root, "bench", "contestants", program)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, OMP_NUM_THREADS: "1" },
  });
  child.stdin.end(JSON.stringify({ ...work, sampler }));
  let runs = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    onRun(JSON.parse(line));
    runs++;
  }
  const wanted = work.functions.length * work.seeds.length;
  if (runs !== wanted) throw new Error(`${sampler}: ${runs} of ${wanted} studies came back.`);
}
