import { readFile } from "node:fs/promises";
import { csvCursor, UsageError } from "../../core/index.js";
import type { Table } from "./table.js";

/**
 * Reads a CSV file with one line of names; the separator is a comma, a semicolon or a tab, whichever that line has most of.
 *
 * @throws UsageError for a file that is empty, not UTF-8, cut short inside quotes, with a repeated column, or with a row
 *   of another length than the first; it names the line
 */
export async function readCsvTable(path: string): Promise<Table> {
  const text = decode(await readFile(path), path);
  const cursor = csvCursor(path, text, separatorOf(text));
  const names: string[] = [];
  do names.push(cursor.next().trim());
  while (cursor.after() === "field");
  assertNames(names, path);
  const cells = names.map((): string[] => []);
  const lines: number[] = [];
  while (cursor.after() !== "end") {
    lines.push(cursor.line());
    let column = 0;
    do {
      const cell = cursor.next();
      cells[column++]?.push(cell);
    } while (cursor.after() === "field");
    if (column !== names.length) throw otherLength(path, lines, column, names, cursor.after() === "end");
  }
  return {
    path,
    rows: lines.length,
    columns: new Map(names.map((name, k) => [name, cells[k]!])),
    place: (row) => `row ${row} (line ${lines[row]})`,
  };
}

function otherLength(
  path: string,
  lines: readonly number[],
  length: number,
  names: readonly string[],
  isLast: boolean,
): UsageError {
  return new UsageError({
    got: `${path}, row ${lines.length - 1} (line ${lines.at(-1)}) has ${length} fields.`,
    expected: `${names.length}, as the first line names them: ${names.slice(0, 6).join(", ")}${names.length > 6 ? ", …" : ""}.`,
    fix:
      isLast && length < names.length
        ? "copy or write the file again: it seems to be cut short."
        : "put fields that hold a separator into quotes, and leave no field out.",
  });
}

function assertNames(names: readonly string[], path: string): void {
  const repeated = names.findIndex((name, k) => name === "" || names.indexOf(name) !== k);
  if (repeated === -1) return;
  throw new UsageError({
    got: `${path}, line 1: column ${repeated + 1} is ${names[repeated] === "" ? "without a name" : `called "${names[repeated]}", as another is`}.`,
    expected: "a first line that names every column, each differently.",
    fix: "name it in the file; pandas' own row numbers are left out by to_csv(path, index=False).",
  });
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = end === -1 ? text : text.slice(0, end);
  const count = (separator: string): number => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}

function decode(bytes: Buffer, path: string): string {
  const isText = bytes.length > 0 && !bytes.subarray(0, 1000).includes(0);
  try {
    if (isText) return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Said below.
  }
  throw new UsageError({
    got: `${path} ${bytes.length === 0 ? "is empty" : "is no text in UTF-8"}.`,
    expected: "a CSV file in UTF-8 with a line of column names.",
    fix: 'write it again: in pandas, frame.to_csv(path, index=False); in Excel, "CSV UTF-8".',
  });
}
