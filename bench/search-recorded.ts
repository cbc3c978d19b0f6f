import { join } from "node:path";
import { search } from "deep-pessimist";
import { peerEnvironment } from "./peer-environment.js";
import { median } from "./race.js";
import { rankTest } from "./search/rank-test.js";
import { recordedRegrets } from "./search/recorded-peers.js";
import { table } from "./table.js";

/** BENCH_SEEDS=3 makes a quick look of it; a report needs 20. */
const seeds = Number(process.env.BENCH_SEEDS ?? 20);
const trainings = 60;

interface Row {
  readonly name: string;
  /** After each whole training's epochs: [seeds][trainings]. */
  readonly regrets: readonly (readonly number[])[];
}

/** All methods on the recorded trainings, and Optuna's TPE beside them. */
export async function benchSearchRecorded(root: string): Promise<string> {
  const start = performance.now();
  const ours = await search.raceMethods({ trainings, seeds });
  const seconds = (performance.now() - start) / 1000;
  const python = peerEnvironment(root, "search");
  const optuna = [python, join(root, "bench", "contestants", "search_recorded_optuna.py")];
  const rows: Row[] = ours.map(({ method, regrets }) => ({ name: method, regrets }));
  for (const sampler of ["TPE", "random"])
    rows.push({
      name: `Optuna's ${sampler}`,
      regrets: await recordedRegrets(optuna, sampler, seeds, trainings),
    });
  const peer = rows.find(({ name }) => name === "Optuna's TPE")!;
  return [
    "## Methods on recorded trainings",
    "",
    `How many percentage points more what each would hand over errs than the best recorded configuration, the median of ${seeds} searches;`,
    `with the noise of single trainings, in a mixed space with a condition. Wanted: ahead of Optuna. Mann and Whitney's test at 5 %, at the end.`,
    `Our ${ours.length * seeds} searches took ${seconds.toFixed(0)} s, so \`raceMethods()\` takes ${((5 / seeds) * seconds).toFixed(0)} s (wanted: ≤ 60).`,
    "",
    table(
      ["method", "450 epochs", "900 epochs", "1800 epochs", "mean place", "beside Optuna's TPE"],
      rows.map((row) => [
        row.name,
        ...[15, 30, 60].map((count) =>
          (100 * median(row.regrets.map((regret) => regret[count - 1]!))).toFixed(2),
        ),
        meanPlace(rows, row).toFixed(1),
        row === peer ? "" : verdict(endsOf(row), endsOf(peer)),
      ]),
    ),
  ].join("\n");
}

const endsOf = ({ regrets }: Row): number[] => regrets.map((regret) => regret.at(-1)!);

function meanPlace(rows: readonly Row[], row: Row): number {
  const places = endsOf(row).map((own, seed) => {
    const others = rows.map((other) => endsOf(other)[seed]!);
    return 0.5 + others.filter((o) => o < own).length + others.filter((o) => o === own).length / 2;
  });
  return places.reduce((a, b) => a + b, 0) / places.length;
}

function verdict(ours: readonly number[], theirs: readonly number[]): string {
  const { p, shareBelow } = rankTest(ours, theirs);
  return p >= 0.05 ? "even" : shareBelow > 0.5 ? "ahead" : "behind";
}
