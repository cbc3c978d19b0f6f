import { formatPercent, type Interval, wrapped } from "../../core/index.js";
import type { ModelComparison } from "../../decomposition/index.js";
import { aligned } from "./aligned.js";

/** Two models on the same samples, for a terminal; the interval that forgets the pairs stands beside the others. */
export function comparisonTable(result: ModelComparison, [first, second]: readonly [string, string]): string {
  const { counts, difference, tango, unpaired, test, confidence, reading } = result;
  const scale = Math.max(result.first.high, result.second.high);
  const number = (rate: number) => formatPercent(rate, scale);
  const row = (name: string, { estimate, low, high }: Interval, sign = "") => [
    name,
    `${sign !== "" && estimate > 0 ? sign : ""}${number(estimate)}`,
    `${number(low)} to ${number(high)}`,
  ];
  const rows = [
    ["", "errors, %", `${Number((100 * confidence).toPrecision(6))} % interval`],
    row(first, result.first),
    row(second, result.second),
    row("difference, of pairs (Newcombe)", difference, "+"),
    row("difference, of pairs (Tango)", tango, "+"),
    row("as if on different samples: wrong", unpaired, "+"),
  ];
  const { bothWrong, firstWrong, secondWrong, bothRight } = counts;
  const cells = `Wrong in both: ${bothWrong}, only in ${first}: ${firstWrong}, only in ${second}: ${secondWrong}, in none: ${bothRight}.`;
  const p = `McNemar's test: exact p ${test.exact.toPrecision(2)}, mid-p ${test.midP.toPrecision(2)}.`;
  return [...aligned(rows), "", wrapped(`${cells} ${p}`, 88), "", wrapped(reading, 88)].join("\n");
}
