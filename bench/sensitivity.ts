import { search } from "deep-pessimist";
import { normal, type RandomSource, randomSource } from "deep-pessimist/core";
import { table } from "./table.js";

/** BENCH_SEEDS=50 makes a quick look of it; a report needs 500. */
const studies = Number(process.env.BENCH_SEEDS ?? 500);

/** An objective on the unit cube whose shares are known by arithmetic. */
interface KnownShares {
  readonly name: string;
  readonly objective: (x: readonly number[]) => number;
  readonly noise: number;
  readonly trials: number;
  readonly firstOrder: readonly number[];
  readonly total: readonly number[];
}

const line = (x: readonly number[]): number => 4 * x[0]! + 2 * x[1]! + x[2]! + 0.5 * x[3]!;
const lineShares = [16, 4, 1, 0.25, 0, 0].map((square) => square / 21.25);
const sum = { name: "4a + 2b + c + d/2", objective: line, firstOrder: lineShares, total: lineShares };

// Variances: of a(b) 1/9, of c 1/12, of d 1/12 · 0.3².
const productParts = [1 / 9, 1 / 12, 0.09 / 12];
const productWhole = productParts.reduce((whole, part) => whole + part, 0);
const [together, alone, little] = productParts.map((part) => part / productWhole);

const works: readonly KnownShares[] = [
  { ...sum, noise: 0.5, trials: 25 },
  { ...sum, noise: 0.5, trials: 50 },
  { ...sum, noise: 0.5, trials: 100 },
  { ...sum, noise: 0, trials: 50 },
  {
    name: "4(a − ½)(b − ½) + c + 0.3d",
    objective: (x) => 4 * (x[0]! - 0.5) * (x[1]! - 0.5) + x[2]! + 0.3 * x[3]!,
    noise: 0.1,
    trials: 60,
    firstOrder: [0, 0, alone!, little!, 0, 0],
    total: [together!, together!, alone!, little!, 0, 0],
  },
];

/** How often the intervals hold the true share, how often the first two stand in order, and how long it takes. */
export async function benchSensitivity(): Promise<string> {
  const header = [
    "objective",
    "noise",
    "trials",
    "first order held, %",
    "total held, %",
    "lowest of one, %",
    "first two in order, %",
    "idle taken for evident, %",
    "median, ms",
  ];
  return [
    "## Sensitivity: intervals that hold what they say",
    "",
    `${studies} studies each of evenly drawn trials, six hyperparameters, 95 % intervals of 500 draws.`,
    "Wanted: intervals that hold the true share in 92 … 98 %, the first two in order in ≥ 90 % of studies of 50 noisy trials, ≤ 300 ms.",
    "",
    table(header, works.map(row)),
  ].join("\n");
}

function row(work: KnownShares): string[] {
  const six = work.total.length;
  const [first, total] = [new Float64Array(six), new Float64Array(six)];
  let [inOrder, idle, idleEvident] = [0, 0, 0];
  const times: number[] = [];
  for (let seed = 0; seed < studies; seed++) {
    const study = studyOf(work, randomSource(seed, "bench", work.name));
    const start = performance.now();
    const { parameters } = search.sensitivity(study, { seed });
    times.push(performance.now() - start);
    const named = [...work.total.keys()].sort((a, b) => work.total[b]! - work.total[a]!).map((k) => `x${k}`);
    const isTied = work.total[0] === work.total[1];
    const top = parameters.slice(0, 2).map(({ name }) => name);
    if (isTied ? top.sort().join() === "x0,x1" : top.join() === named.slice(0, 2).join()) inOrder++;
    for (const { name, firstOrder: own, total: all, verdict } of parameters) {
      const k = Number(name.slice(1));
      if (own.low <= work.firstOrder[k]! && work.firstOrder[k]! <= own.high) first[k]!++;
      if (all.low <= work.total[k]! && work.total[k]! <= all.high) total[k]!++;
      if (work.total[k] === 0) {
        idle++;
        if (verdict !== "none") idleEvident++;
      }
    }
  }
  const percent = (count: number, of: number): string => ((100 * count) / of).toFixed(1);
  const all = (counts: Float64Array): number => counts.reduce((whole, count) => whole + count, 0);
  return [
    work.name,
    String(work.noise),
    String(work.trials),
    percent(all(first), six * studies),
    percent(all(total), six * studies),
    percent(Math.min(...first, ...total), studies),
    percent(inOrder, studies),
    percent(idleEvident, idle),
    times.sort((a, b) => a - b)[studies >> 1]!.toFixed(0),
  ];
}

function studyOf(
  { objective, noise, trials, total }: KnownShares,
  random: RandomSource,
): search.StudiedTrials {
  const space = total.map((_, k) => ({
    name: `x${k}`,
    role: "nuisance" as const,
    distribution: { type: "float" as const, low: 0, high: 1, log: false },
  }));
  const records = Array.from({ length: trials }, (_, number): search.TrialRecord => {
    const x = space.map(() => random());
    const parameters = Object.fromEntries(x.map((at, k) => [`x${k}`, at]));
    const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
    return { ...common, number, state: "complete", parameters, value: objective(x) + noise * normal(random) };
  });
  return { space, trials: records, direction: "minimize" };
}
