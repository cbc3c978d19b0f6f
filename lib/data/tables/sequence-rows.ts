import { UsageError } from "../../core/index.js";
import { columnOf, numbersOf } from "./columns.js";
import type { Table } from "./table.js";
import { valueName } from "./value-names.js";

interface SequenceColumns {
  sequence: string;
  order: string | undefined;
  steps: number | undefined;
  label: string;
  /** One for each of the rows. */
  labels: Int32Array;
}

/**
 * Which rows make each sequence, step after step, by their places in `rows`; sequences in the order of their first rows.
 *
 * @throws UsageError for a sequence of two labels or of too many steps
 */
export function sequenceRows(table: Table, rows: Uint32Array, columns: SequenceColumns): number[][] {
  const { sequence, order, steps, label, labels } = columns;
  const cells = columnOf(table, sequence);
  const parts = new Map<string, number[]>();
  for (const [i, row] of rows.entries()) {
    const name = valueName(cells[row]);
    const part = parts.get(name) ?? [];
    parts.set(name, part);
    const first = part[0] ?? i;
    if (labels[first] !== labels[i])
      throw new UsageError({
        got: `${table.path}, ${table.place(row)}: "${name}" has another ${label} than in ${table.place(rows[first]!)}.`,
        expected: "one label for a whole sequence, in each of its rows.",
        fix: `repair the cell, or name a column whose values are unique to a sequence in { sequence: "…" }.`,
      });
    if (part.length === steps)
      throw new UsageError({
        got: `${table.path}, ${table.place(row)}: "${name}" has more than ${steps} rows.`,
        expected: `sequences of ${steps} steps at most.`,
        fix: "pass a larger { steps }, or cut long sequences in the file.",
      });
    part.push(i);
  }
  if (order !== undefined) {
    const times = numbersOf(table, order, rows);
    for (const part of parts.values()) part.sort((a, b) => times[a]! - times[b]!);
  }
  return [...parts.values()];
}
