import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { search } from "deep-pessimist";
import type { TestFunction } from "./functions.js";

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

/** Runs one of a peer's samplers. */
export async function runTheirs(command: readonly string[], sampler: string, work: Work): Promise<Run[]> {
  const [program, ...args] = command;
  const child = spawn(program!, args, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify({ ...work, sampler }));
  const runs: Run[] = [];
  for await (const line of createInterface({ input: child.stdout })) runs.push(JSON.parse(line));
  const wanted = work.functions.length * work.seeds.length;
  if (runs.length !== wanted) throw new Error(`${sampler}: ${runs.length} of ${wanted} studies came back.`);
  return runs;
}
