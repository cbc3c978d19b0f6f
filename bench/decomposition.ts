import { type Cell, type Coverage, coverageOf } from "./decomposition-coverage.js";
import { truthTable } from "./decomposition-truth.js";
import { table } from "./table.js";

const small = process.env.PESSIMIST_BENCH === "small";
const rates = [0.001, 0.005, 0.01, 0.05, 0.2];
const sizes = [50, 200, 1000, 10_000];

/** Error decomposition: how often its intervals hold the truth, by simulation of ladders whose terms are known. */
export async function benchDecomposition(): Promise<string> {
  const [draws, scoreDraws] = small ? [2000, 200] : [100_000, 5000];
  const rows = rates.flatMap((rate) => sizes.map((samples) => ({ rate, samples })));
  const results = rows.map((cell): [Cell, Coverage] => [cell, coverageOf(cell, draws, scoreDraws, 1)]);
  const enough = results.filter(([{ rate, samples }]) => rate * samples >= 5);
  const within = enough.filter(([, { rung, term }]) =>
    [rung, term].every((share) => share >= 0.94 && share <= 0.97),
  );
  const least = Math.min(...results.map(([, { band }]) => band));
  return [
    "## Error decomposition: coverage",
    "",
    `${draws.toLocaleString("en")} ladders a row (${scoreDraws.toLocaleString("en")} for Miettinen and Nurminen), each with the given training error, 1.3, 1.5 and 1.6 times as much on trainVal,`,
    "testVal and test, half of it irreducible, and as many images in each split. In percent, how often 95 % intervals hold the true",
    "value: Wilson's of the test error; Newcombe's of the terms, on average and the worst; the textbook's ±1.96 standard errors for the",
    "same terms; Miettinen and Nurminen's of variance; all bands at once. Last, how often some term dominates where all are 0.",
    "",
    table(
      [
        "error",
        "images",
        "rung",
        "terms",
        "worst term",
        "textbook",
        "Miettinen–Nurminen",
        "all bands",
        "false alarms",
      ],
      results.map(([{ rate, samples }, coverage]) => [
        `${100 * rate} %`,
        samples.toLocaleString("en"),
        ...[
          coverage.rung,
          coverage.term,
          coverage.worstTerm,
          coverage.wald,
          coverage.score,
          coverage.band,
        ].map(percent),
        percent(coverage.falseAlarms),
      ]),
    ),
    "",
    `Where five errors or more are expected, ${within.length} of ${enough.length} rows have rung and terms within 94 to 97 %. With fewer, a count can`,
    "take too few values for any interval to be right on average: no error at all is then the likeliest outcome, and intervals hold",
    `more than they promise, or by the luck of where the values fall less. All bands at once hold in ${percent(least)} % at the least.`,
    "",
    truthTable(small ? 5 : 24, small ? 1000 : 10_000),
  ].join("\n");
}

const percent = (share: number): string => (100 * share).toFixed(1);
