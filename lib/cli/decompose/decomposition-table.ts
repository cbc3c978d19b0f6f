import { type ErrorDecomposition, errorTermLabels, formatPercent } from "../../core/index.js";

/** The result for a terminal: what was counted, the terms as a sum, which one dominates, and the reading. */
export function decompositionTable(result: ErrorDecomposition): string {
  const { terms, rungs, dominant, confidence, reading } = result;
  const scale = Math.max(...rungs.map(({ high }) => high));
  const number = (rate: number) => formatPercent(rate, scale);
  const range = ({ low, high }: { low: number; high: number }) => `${number(low)} to ${number(high)}`;
  const test = rungs.at(-1)!;
  const percent = Number((100 * confidence).toPrecision(6));
  const rows = [
    ["", "points", `${percent} % interval`],
    ...terms.map((term, i) => [
      errorTermLabels[term.name] + (term.name === dominant ? " *" : ""),
      `${i > 0 && term.estimate > 0 ? "+" : ""}${number(term.estimate)}`,
      term.exact ? (term.name === "irreducible" ? "given" : "exact") : range(term),
    ]),
    ["test error", `= ${number(test.estimate)}`, test.samples === undefined ? "exact" : range(test)],
  ];
  const verdict =
    dominant === "undecided" ? "dominant: undecided" : `* dominant: ${errorTermLabels[dominant]}`;
  return [counted(result), "", ...aligned(rows), "", verdict, "", wrapped(reading, 88)].join("\n");
}

/** "train 4.0 % of 1,000 images". */
function counted({ rungs }: ErrorDecomposition): string {
  const scale = Math.max(...rungs.map(({ high }) => high));
  const measured = rungs.filter(({ name }) => name !== "irreducible");
  const texts = measured.map(({ name, estimate, samples }) => {
    const rate = `${name} ${formatPercent(estimate, scale)} %`;
    return samples === undefined ? rate : `${rate} of ${samples.toLocaleString("en")}`;
  });
  return `Errors: ${texts.join(", ")}.`;
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(([label, size, interval]) =>
    `  ${label!.padEnd(widths[0]!)}  ${size!.padStart(widths[1]!)}   ${interval!.padStart(widths[2]!)}`.trimEnd(),
  );
}

/** Lines of at most `width` characters; a percent sign stays with its number. */
function wrapped(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(/ (?!%)/)) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1)} ${word}`;
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join("\n");
}
