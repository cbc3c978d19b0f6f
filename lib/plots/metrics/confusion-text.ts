import { type ConfusionMatrix, formatPercent } from "../../core/index.js";

/** One cell of the matrix. */
export interface Confusion {
  readonly label: string;
  readonly predicted: string;
  readonly count: number;
  /** Of the label's samples; 0 where it has none. */
  readonly share: number;
}

/** The cells, row by row. */
export function confusionRows({ classes, counts }: ConfusionMatrix): Confusion[] {
  const totals = classes.map((_, k) =>
    counts.subarray(k * classes.length, (k + 1) * classes.length).reduce((sum, count) => sum + count, 0),
  );
  return Array.from(counts, (count, cell) => {
    const row = Math.floor(cell / classes.length);
    const [label, predicted] = [classes[row]!, classes[cell % classes.length]!];
    return { label, predicted, count, share: totals[row] === 0 ? 0 : count / totals[row]! };
  });
}

/** How many are right, and what is taken for what most often. */
export function confusionReading(rows: readonly Confusion[]): string {
  const text = (count: number): string => count.toLocaleString("en");
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const wrong = rows.filter(({ label, predicted }) => label !== predicted);
  const right = all - wrong.reduce((sum, { count }) => sum + count, 0);
  if (right === all) return `All ${text(all)} are right.`;
  const worst = wrong.reduce((most, cell) => (cell.count > most.count ? cell : most));
  const head = `${text(right)} of ${text(all)} are right (${formatPercent(right / all)} %)`;
  return `${head}; the commonest error is ${worst.label} taken for ${worst.predicted}, ${text(worst.count)} times, ${formatPercent(worst.share)} % of those labelled ${worst.label}.`;
}

/** The counts as a table of characters, labels down, predictions across. */
export function confusionDrawing({ classes, counts }: ConfusionMatrix): string {
  const cells = [
    ["label \\ predicted", ...classes],
    ...classes.map((name, k) => [
      name,
      ...Array.from(counts.subarray(k * classes.length, (k + 1) * classes.length), (count) =>
        count.toLocaleString("en"),
      ),
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!)))
        .join("  "),
    )
    .join("\n");
}
