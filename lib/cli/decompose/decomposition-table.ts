import {
  type ErrorDecomposition,
  type ErrorRung,
  errorTermLabels,
  formatPercent,
  wrapped,
} from "../../core/index.js";
import { aligned } from "./aligned.js";

/** What is taken apart, where it is not the error rate. */
export interface TableMetric {
  readonly metric: string;
  readonly unit: string;
}

/** The result for a terminal: what was counted, the terms as a sum, which one dominates, and the reading. */
export function decompositionTable(
  result: Pick<ErrorDecomposition, "terms" | "rungs" | "dominant" | "confidence" | "reading">,
  { metric, unit }: TableMetric = { metric: "error", unit: "points" },
): string {
  const { terms, rungs, dominant, confidence, reading } = result;
  const number = numberOf(rungs, unit);
  const range = ({ low, high }: { low: number; high: number }) => `${number(low)} to ${number(high)}`;
  const test = rungs.at(-1)!;
  const percent = Number((100 * confidence).toPrecision(6));
  const rows = [
    ["", unit, `${percent} % interval`],
    ...terms.map((term, i) => [
      errorTermLabels[term.name] + (term.name === dominant ? " *" : ""),
      `${i > 0 && term.estimate > 0 ? "+" : ""}${number(term.estimate)}`,
      term.exact ? (term.name === "irreducible" ? "given" : "exact") : range(term),
    ]),
    [`test ${metric}`, `= ${number(test.estimate)}`, test.samples === undefined ? "exact" : range(test)],
  ];
  const verdict =
    dominant === "undecided" ? "dominant: undecided" : `* dominant: ${errorTermLabels[dominant]}`;
  const head = `${metric === "error" ? "Errors" : capital(metric)}: ${counted(rungs, number, unit)}`;
  return [wrapped(head, 120), "", ...aligned(rows), "", verdict, "", wrapped(reading, 88)].join("\n");
}

/** "train 4.0 % of 1,000 images". */
function counted(rungs: readonly ErrorRung[], number: (value: number) => string, unit: string): string {
  const measured = rungs.filter(({ name }) => name !== "irreducible");
  const texts = measured.map(({ name, estimate, samples }) => {
    const rate = `${name} ${number(estimate)}${unit === "points" ? " %" : ""}`;
    return samples === undefined ? rate : `${rate} of ${samples.toLocaleString("en")}`;
  });
  return `${texts.join(", ")}.`;
}

/** Rates in percent, other units with three digits that count. */
function numberOf(rungs: readonly ErrorRung[], unit: string): (value: number) => string {
  const scale = Math.max(...rungs.map(({ high }) => high));
  if (unit === "points") return (rate) => formatPercent(rate, scale);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(scale || 1)));
  return (value) => value.toFixed(digits).replace("-", "−");
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
