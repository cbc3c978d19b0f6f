import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type RandomSource, randomSource } from "../../lib/core/index.js";
import { everyPart } from "../../test/search/durability/every-part.mjs";
import { openSteadily, runSteadily } from "./steady-study.mjs";

/** What became of studies whose process was killed again and again. */
export interface Kills {
  readonly name: string;
  kills: number;
  studies: number;
  /** Finished trials that a kill took away or changed. */
  lost: number;
  /** Studies that ended as if they had never been stopped. */
  same: number;
}

/** Kills the process of studies at random times, so many times for each sampler and pruner. */
export async function killStudies(folder: string, total: number): Promise<Kills[]> {
  const names = Object.keys(everyPart);
  const each = Math.ceil(total / names.length);
  const results: Kills[] = [];
  for (const name of names) {
    const result = { name, kills: 0, studies: 0, lost: 0, same: 0 };
    const random = randomSource(0, "kills", name);
    for (let seed = 0; result.kills < each; seed++)
      await killStudy(join(folder, `${name}-${seed}.db`), seed, result, random);
    results.push(result);
  }
  return results;
}

async function killStudy(path: string, seed: number, result: Kills, random: RandomSource): Promise<void> {
  let finished: unknown[] = [];
  let longest = 250; // milliseconds; longer where a proposal takes so long that none was made
  while (!(await ranToItsEnd(path, result.name, seed, longest * random()))) {
    result.kills++;
    const now = await trialsIn(path, result.name, seed);
    if (!isDeepStrictEqual(now.slice(0, finished.length).map(essence), finished)) result.lost++;
    const ended = now.filter(({ state }) => state !== "running" && state !== "waiting").map(essence);
    if (ended.length === finished.length) longest *= 1.5;
    finished = ended;
  }
  const never = await runSteadily(":memory:", result.name, seed);
  result.studies++;
  if (isDeepStrictEqual((await trialsIn(path, result.name, seed)).map(essence), never.trials.map(essence)))
    result.same++;
}

/** Whether the study ended before it was killed, so many milliseconds after it began. */
async function ranToItsEnd(path: string, name: string, seed: number, after: number): Promise<boolean> {
  const child = spawn(process.execPath, ["bench/search-store/steady.mjs", path, name, `${seed}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<boolean>((resolve, reject) =>
    child.once("exit", (code, signal) =>
      code === 0 || signal === "SIGKILL"
        ? resolve(code === 0)
        : reject(new Error(`the study ended with ${code}`)),
    ),
  );
  child.stdout.once("data", async () => {
    await setTimeout(after);
    child.kill("SIGKILL");
  });
  return ended;
}

interface Trial {
  readonly state: string;
  readonly started?: number;
  readonly ended?: number;
  readonly attempt: number;
}

async function trialsIn(path: string, name: string, seed: number): Promise<readonly Trial[]> {
  const study = await openSteadily(path, name, seed);
  const { trials } = study;
  study.close();
  return trials;
}

/** All of a trial but the clock, and how often it was begun. */
function essence({ started, ended, attempt, ...rest }: Trial): unknown {
  return rest;
}
