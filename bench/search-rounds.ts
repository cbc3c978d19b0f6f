import { search } from "deep-pessimist";
import { median } from "./race.js";
import { plainFunctions, shiftedFunctions, type TestFunction } from "./search/functions.js";
import { rankTest } from "./search/rank-test.js";
import { table } from "./table.js";

/** BENCH_SEEDS=3 makes a quick look of it; a report needs 20. */
const seeds = Array.from({ length: Number(process.env.BENCH_SEEDS ?? 20) }, (_, i) => i);

const all = (size: number, value: number): number[] => Array<number>(size).fill(value);
const optima: Readonly<Record<string, readonly (readonly number[])[]>> = {
  Branin: [
    [-Math.PI, 12.275],
    [Math.PI, 2.275],
    [3 * Math.PI, 2.475],
  ],
  camel: [
    [0.0898, -0.7126],
    [-0.0898, 0.7126],
  ],
  "Hartmann-6": [[0.20169, 0.15001, 0.47687, 0.27533, 0.31165, 0.6573]],
  "Rosenbrock-4": [all(4, 1)],
  "Levy-4": [all(4, 1)],
  "Ackley-5": [all(5, 0)],
  "Levy-10": [all(10, 1)],
  "Rastrigin-4": [all(4, 0)],
};

/** Three rounds of 20 trials beside 180 random trials, and how often the ranges still hold the optimum. */
export async function benchSearchRounds(): Promise<string> {
  let [boxes, held] = [0, 0];
  const ahead = { plain: 0, shifted: 0 };
  const rows: string[][] = [];
  for (const tested of [...plainFunctions, ...shiftedFunctions]) {
    const regrets: [number[], number[]] = [[], []];
    let inside = 0;
    for (const seed of seeds) {
      const rounds = await run(tested, search.coarseToFine(), seed, 60);
      const random = await run(tested, search.random(), seed, 180);
      regrets[0].push(rounds.best!.value! - tested.least);
      regrets[1].push(random.best!.value! - tested.least);
      inside += search
        .searchRounds(rounds)
        .slice(1)
        .filter(({ space }) => holds(space, tested)).length;
    }
    const { p, shareBelow } = rankTest(...regrets);
    const verdict = p >= 0.05 ? "even" : shareBelow > 0.5 ? "ahead" : "behind";
    if (verdict === "ahead") ahead[tested.name.includes("shifted") ? "shifted" : "plain"]++;
    const medians = regrets.map((values) => Number(median(values).toPrecision(3)).toString());
    rows.push([tested.name, ...medians, verdict, `${inside} of ${3 * seeds.length}`]);
    boxes += 3 * seeds.length;
    held += inside;
  }
  return [
    "## Coarse-to-fine",
    "",
    `Median regret of ${seeds.length} seeds. The ranges hold the optimum in ${((100 * held) / boxes).toFixed(1)} % of the rounds (wanted: ≥ 99 %).`,
    `3 × 20 trials are ahead on ${ahead.plain} of 8 plain and ${ahead.shifted} of 8 shifted functions (wanted: ≥ 7 each).`,
    "",
    table(["function", "3 × 20 trials", "180 random ones", "rank test", "rounds that hold it"], rows),
  ].join("\n");
}

function run(tested: TestFunction, sampler: search.Sampler, seed: number, trials: number) {
  const { createStudy, float, space } = search;
  const box = tested.low.map((low, j) => [`x${j}`, float(low, tested.high[j]!)] as const);
  return createStudy({ name: tested.name, space: space(Object.fromEntries(box)), sampler, seed }).then(
    async (study) => {
      await study.optimize(({ parameters }) => tested.at(Object.values(parameters) as number[]), { trials });
      return study;
    },
  );
}

function holds(space: search.SearchSpace, { base, offset }: TestFunction): boolean {
  return optima[base]!.some((optimum) =>
    space.every(({ distribution }, j) => search.containsValue(distribution, optimum[j]! + offset[j]!)),
  );
}
