import { median } from "../race.js";
import { table } from "../table.js";
import { rankTest } from "./rank-test.js";
import type { Run } from "./runs.js";

/** The runs of one sampler. */
export interface Entrant {
  readonly name: string;
  readonly runs: readonly Run[];
}

const round = (value: number): string => (value === 0 ? "0" : Number(value.toPrecision(3)).toString());

function regrets({ runs }: Entrant, name: string, trials: number): number[] {
  return runs.filter((run) => run.function === name).map(({ best }) => best[trials - 1]!);
}

/** Median regrets of two entrants on each function, with a rank test, and how often ours is no worse. */
export function compare(ours: Entrant, theirs: Entrant, budgets: readonly number[], wanted: string): string {
  const names = [...new Set(ours.runs.map((run) => run.function))];
  const counts = budgets.map(() => ({ plain: 0, shifted: 0, ahead: 0 }));
  const rows = names.map((name) => [
    name,
    ...budgets.flatMap((trials, i) => {
      const [a, b] = [regrets(ours, name, trials), regrets(theirs, name, trials)];
      const { p, shareBelow } = rankTest(a, b);
      const verdict = p >= 0.05 ? "even" : shareBelow > 0.5 ? "ahead" : "behind";
      if (verdict !== "behind") counts[i]![name.includes("shifted") ? "shifted" : "plain"]++;
      if (verdict === "ahead") counts[i]!.ahead++;
      return [round(median(a)), round(median(b)), verdict];
    }),
  ]);
  const header = [
    "function",
    ...budgets.flatMap((n) => [`${ours.name}, ${n}`, `${theirs.name}, ${n}`, "rank test"]),
  ];
  const half = names.filter((name) => !name.includes("shifted")).length;
  const summary = budgets.map((trials, i) => {
    const { plain, shifted, ahead } = counts[i]!;
    return `at ${trials} trials no worse on ${plain} of ${half} plain and ${shifted} of ${names.length - half} shifted functions, ahead on ${ahead}`;
  });
  return [
    `${ours.name} beside ${theirs.name}: ${summary.join("; ")} (wanted: ${wanted}).`,
    "",
    table(header, rows),
  ].join("\n");
}

/** The mean rank of each entrant over all functions and seeds, 1 for the best. */
export function meanRanks(entrants: readonly Entrant[], budgets: readonly number[]): string {
  const names = [...new Set(entrants[0]!.runs.map((run) => run.function))];
  const rankAt = (entrant: Entrant, trials: number): number => {
    const ranks = names.flatMap((name) => {
      const all = entrants.map((other) => regrets(other, name, trials));
      const own = all[entrants.indexOf(entrant)]!;
      return own.map((value, seed) => {
        const others = all.map((values) => values[seed]!);
        return (
          0.5 + others.filter((other) => other < value).length + others.filter((o) => o === value).length / 2
        );
      });
    });
    return ranks.reduce((a, b) => a + b, 0) / ranks.length;
  };
  const rows = entrants.map((entrant) => [
    entrant.name,
    ...budgets.map((n) => rankAt(entrant, n).toFixed(2)),
  ]);
  return table(["mean rank", ...budgets.map((n) => `${n} trials`)], rows);
}

/** The median time of a proposal after so many trials. */
export function proposalTimes(
  entrants: readonly Entrant[],
  name: string,
  budgets: readonly number[],
  wanted: Readonly<Record<string, string>> = {},
): string {
  const at = ({ runs }: Entrant, trials: number) =>
    median(runs.filter((run) => run.function === name).flatMap(({ ms }) => ms.slice(trials - 10, trials)));
  const rows = entrants.map((entrant) => [
    entrant.name,
    ...budgets.map((n) => at(entrant, n).toFixed(3)),
    wanted[entrant.name] ?? "",
  ]);
  return table([`ms a proposal, ${name}`, ...budgets.map((n) => `${n} trials`), "wanted"], rows);
}
