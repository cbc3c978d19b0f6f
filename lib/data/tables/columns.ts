import { nearestName, UsageError } from "../../core/index.js";
import { isMissing, type Table } from "./table.js";

/** What a row with a missing value does: "refuse" the file, or "drop" out of it. */
export type Missing = "refuse" | "drop";

/** The column of that name. */
export function columnOf(table: Table, name: string): ArrayLike<unknown> {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  const names = [...table.columns.keys()];
  const meant = nearestName(name, names);
  throw new UsageError({
    got: `${table.path} has no column "${name}".`,
    expected: `one of ${names.slice(0, 12).join(", ")}${names.length > 12 ? ", …" : ""}.`,
    fix: meant === undefined ? "name a column of the file." : `write "${meant}" instead of "${name}".`,
  });
}

/** The rows that have a value in all of these columns; a missing one is refused, unless such rows are to be dropped. */
export function wholeRows(table: Table, names: readonly string[], missing: Missing): Uint32Array {
  const columns = names.map((name) => columnOf(table, name));
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const empty = columns.findIndex((column) => isMissing(column[row]));
    if (empty === -1) rows.push(row);
    else if (missing === "refuse")
      throw new UsageError({
        got: `${table.path}, ${table.place(row)}, column "${names[empty]}": no value.`,
        expected: "a value in every row of every column that is used.",
        fix: `leave such rows out by { missing: "drop" }, fill the gap in the file, or leave the column out of features.`,
      });
  }
  if (rows.length > 0) return Uint32Array.from(rows);
  throw new UsageError({
    got: `${table.path} has no row with a value in each of ${names.join(", ")}.`,
    expected: "at least one.",
    fix: "leave out the column that is empty: name the others in features.",
  });
}

/** A column's numbers in these rows. */
export function numbersOf(table: Table, name: string, rows: Uint32Array): Float64Array {
  const column = columnOf(table, name);
  return Float64Array.from(rows, (row) => {
    const value = toNumber(column[row]);
    if (Number.isFinite(value)) return value;
    throw notANumber(table, name, row, column[row]);
  });
}

function toNumber(cell: unknown): number {
  if (typeof cell === "number") return cell;
  if (typeof cell === "bigint") return Number(cell);
  if (typeof cell === "boolean") return Number(cell);
  if (cell instanceof Date) return Number.NaN;
  const text = String(cell).trim();
  if (/^(true|false)$/i.test(text)) return Number(text.toLowerCase() === "true");
  // Number("") is 0 and Number("0x1F") is 31: neither is meant in a table.
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function notANumber(table: Table, name: string, row: number, cell: unknown): UsageError {
  const text = cell instanceof Date ? cell.toISOString() : String(cell).trim();
  const isComma = /^[+-]?\d+,\d+$/.test(text);
  return new UsageError({
    got: `${table.path}, ${table.place(row)}, column "${name}" is ${JSON.stringify(text)}.`,
    expected: "a finite number: every row of a numeric column.",
    fix: isComma
      ? `write it with a point: ${text.replace(",", ".")}.`
      : `repair the cell, or say that the column holds names: { categories: ["${name}"] }.`,
  });
}
