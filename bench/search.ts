import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { search } from "deep-pessimist";
import { peerEnvironment } from "./peer-environment.js";
import { median } from "./race.js";
import { compare, type Entrant, meanRanks, proposalTimes } from "./search/compare.js";
import { plainFunctions, shiftedFunctions } from "./search/functions.js";
import { keptRuns } from "./search/kept-runs.js";
import { comparePruners } from "./search/pruning.js";
import { type Peer, runOurs, runTheirs, runWhatIsMissing, type Work } from "./search/runs.js";
import { table } from "./table.js";

/** BENCH_SEEDS=3 makes a quick look of it; a report needs 20. */
const seeds = Array.from({ length: Number(process.env.BENCH_SEEDS ?? 20) }, (_, i) => i);

/** TPE beside Optuna's on eight functions, plain and shifted, 200 trials; how long things take. */
export async function benchSearch(root: string): Promise<string> {
  const python = peerEnvironment(root, "search");
  const work: Work = { functions: [...plainFunctions, ...shiftedFunctions], seeds, trials: 200 };
  const tpe: Entrant = { name: "TPE", runs: await runOurs(search.tpe, work) };
  const random: Entrant = { name: "random", runs: await runOurs(search.random, work) };
  const sobol: Entrant = { name: "Sobol", runs: await runOurs(search.sobol, work) };
  const theirs: Entrant = {
    name: "Optuna's TPE",
    runs: await runTheirs(root, { python, program: "search_optuna.py", sampler: "TPE" }, work),
  };
  const budgets = [50, 100, 200];
  return [
    "## Hyperparameter search",
    "",
    `Median regret of ${seeds.length} seeds, noise-free. "Ahead" and "behind" are Mann and Whitney's test at 5 %.`,
    "",
    compare(tpe, theirs, budgets, "no worse on 6 of 8"),
    "",
    meanRanks([tpe, theirs, sobol, random], budgets),
    "",
    proposalTimes([tpe, theirs, sobol, random], "Hartmann-6", budgets, { TPE: "≤ 0.3 at 200" }),
    "",
    `${await manyTrials()} ${importTime(root)}`,
    "",
    await comparePruners(seeds),
  ].join("\n");
}

/** Ax takes half a minute for a study: fewer seeds may do, and 0 leaves it out. */
const axSeeds = Number(process.env.BENCH_AX_SEEDS ?? seeds.length);

/** The Gaussian process, CMA-ES and `auto` beside Optuna's and Ax's, 100 trials; the peers' studies are kept between runs. */
export async function benchSearchGp(root: string): Promise<string> {
  const python = peerEnvironment(root, "search-gp");
  const work: Work = { functions: [...plainFunctions, ...shiftedFunctions], seeds, trials: 100 };
  const ours: Record<string, () => search.Sampler> = {
    auto: search.auto,
    GP: search.gaussianProcess,
    "CMA-ES": search.cmaEs,
    TPE: search.tpe,
    random: search.random,
  };
  const theirs: Record<string, Peer> = {
    "Optuna's GP": { python, program: "search_optuna.py", sampler: "GP" },
    ...(axSeeds > 0 ? { Ax: { python, program: "search_ax.py", sampler: "Ax" } } : {}),
  };
  const peers: Entrant[] = [];
  for (const [name, peer] of Object.entries(theirs)) {
    const files = ["requirements-search-gp.txt", "search/functions.ts", "contestants/search_optuna.py"];
    const kept = keptRuns(
      root,
      [...files, `contestants/${peer.program}`].map((file) => `bench/${file}`),
      peer.sampler,
      100,
    );
    const wanted = name === "Ax" ? { ...work, seeds: seeds.slice(0, axSeeds) } : work;
    peers.push({ name, runs: await runWhatIsMissing(root, peer, wanted, kept) });
  }
  const entrants: Entrant[] = [];
  for (const [name, make] of Object.entries(ours)) entrants.push({ name, runs: await runOurs(make, work) });
  const hartmann: Work = {
    functions: plainFunctions.filter(({ name }) => name === "Hartmann-6"),
    seeds: seeds.slice(0, 3),
    trials: 100,
  };
  const timed: Entrant[] = [];
  for (const [name, make] of Object.entries(ours)) timed.push({ name, runs: await runOurs(make, hartmann) });
  for (const [name, peer] of Object.entries(theirs))
    timed.push({ name, runs: await runTheirs(root, peer, hartmann) });
  const ranked = [...entrants, ...peers.filter(({ runs }) => runs.length === entrants[0]!.runs.length)];
  const budgets = [25, 50, 100];
  const gp = entrants.find(({ name }) => name === "GP")!;
  return [
    "## Gaussian processes and `auto`",
    "",
    `Median regret of ${seeds.length} seeds, noise-free, of ${axSeeds} for Ax. "Ahead" and "behind" are Mann and Whitney's test at 5 %.`,
    "",
    ...peers.flatMap((peer) => [compare(gp, peer, budgets, "no worse on 6 of 8, ahead on 3"), ""]),
    "At 100 trials, plain:",
    "",
    goalsAt100(gp),
    "",
    "`auto` is wanted to have the lowest mean rank of ours.",
    "",
    meanRanks(ranked, budgets),
    "",
    proposalTimes(timed, "Hartmann-6", budgets, { GP: "≤ 10 at 100" }),
  ].join("\n");
}

/** What the Gaussian process is wanted to reach. */
const goals: Readonly<Record<string, number>> = {
  Branin: 1e-5,
  "Hartmann-6": 1e-4,
  "Rosenbrock-4": 5,
  "Ackley-5": 3,
  "Levy-10": 3,
};

function goalsAt100({ runs, name }: Entrant): string {
  const rows = Object.entries(goals).map(([of, goal]) => {
    const regrets = runs.filter((run) => run.function === of).map(({ best }) => best[99]!);
    return [of, Number(median(regrets).toPrecision(3)).toString(), `≤ ${goal}`];
  });
  return table(["function", `${name}, median regret`, "wanted"], rows);
}

async function manyTrials(): Promise<string> {
  const { createStudy, float, space, tpe } = search;
  const study = await createStudy({
    name: "many",
    space: space({ x: float(0, 1), y: float(0, 1) }),
    sampler: tpe(),
  });
  const start = performance.now();
  await study.optimize(({ parameters: { x, y } }) => (x - 0.3) ** 2 + (y - 0.7) ** 2, { trials: 10_000 });
  return `10,000 TPE trials of two hyperparameters take ${((performance.now() - start) / 1000).toFixed(1)} s (wanted: ≤ 10).`;
}

function importTime(root: string): string {
  const program = `const start = performance.now(); await import(${JSON.stringify(join(root, "dist", "search", "index.js"))}); console.log(performance.now() - start);`;
  const times = Array.from({ length: 7 }, () => {
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
    });
    return Number(stdout);
  });
  return `Importing deep-pessimist/search takes ${times.sort((a, b) => a - b)[3]!.toFixed(0)} ms (wanted: ≤ 100).`;
}
