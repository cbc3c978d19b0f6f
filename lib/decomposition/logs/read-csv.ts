import { readFile } from "node:fs/promises";
import { type CsvCursor, csvCursor, UsageError } from "../../core/index.js";
import type { TableColumns } from "./table-columns.js";

/** Columns whose cells are words even where they look like numbers: "007" is not 7. */
const words: readonly string[] = ["id", "split", "run"];

/** Columns of a log; others are stepped over. */
const wanted = /^(id|label|split|run|seed|probability_.*|tag_.*)$/;

/** What programs write for "no value". */
const missing: readonly string[] = ["", "NA", "null", "None"];

/**
 * Reads the columns of a prediction log from a CSV file with one line of names. The separator is a comma, a semicolon or
 * a tab, whichever the first line has most of; numbers have a decimal point.
 *
 * @throws UsageError for a file that is not there, empty, not UTF-8, cut short inside quotes, with a repeated column, or
 *   with a row of another length than the first; it names the line
 */
export async function readCsv(path: string): Promise<TableColumns> {
  const text = await textOf(path);
  const cursor = csvCursor(path, text, separatorOf(text));
  const names = headerOf(path, cursor);
  const cells = names.map((): unknown[] => []);
  const readers = names.map(readerOf);
  let rows = 0;
  while (cursor.after() !== "end") {
    const line = cursor.line();
    let k = 0;
    do {
      const field = cursor.next();
      const read = readers[k];
      if (read !== undefined) cells[k]!.push(read(field));
      k++;
    } while (cursor.after() === "field");
    if (k !== names.length)
      throw new UsageError({
        got: `${path}, row ${rows} (line ${line}) has ${k} fields.`,
        expected: `${names.length}, as the first line names them: ${names.slice(0, 6).join(", ")}${names.length > 6 ? ", …" : ""}.`,
        fix:
          k < names.length && cursor.after() === "end"
            ? "copy or write the file again: it seems to be cut short."
            : "put fields that hold a comma into quotes.",
      });
    rows++;
  }
  const known = names.flatMap((name, k) => (readers[k] === undefined ? [] : [[name, cells[k]!] as const]));
  return { rows, columns: new Map(known), metadata: {} };
}

function headerOf(path: string, cursor: CsvCursor): string[] {
  const names: string[] = [];
  do names.push(cursor.next().trim());
  while (cursor.after() === "field");
  const repeated = names.find((name, k) => wanted.test(name) && names.indexOf(name) !== k);
  if (repeated === undefined) return names;
  throw new UsageError({
    got: `${path} has the column ${repeated} twice.`,
    expected: "each column once.",
    fix: "remove or rename one of them.",
  });
}

function readerOf(name: string): ((field: string) => unknown) | undefined {
  if (!wanted.test(name)) return undefined;
  return words.includes(name) ? (field) => field : numberOrText;
}

/** A cell as a number where it is one; words stay, so that whoever wants a number can name them. */
function numberOrText(field: string): unknown {
  const value = Number(field);
  if (!Number.isNaN(value) && field !== "") return value;
  if (missing.includes(field)) return null;
  if (/^nan$/i.test(field)) return Number.NaN;
  if (/^(true|false)$/i.test(field)) return field.toLowerCase() === "true";
  return field;
}

function separatorOf(text: string): string {
  const end = text.indexOf("\n");
  const header = end === -1 ? text : text.slice(0, end);
  const count = (separator: string) => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best));
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError({
      got:
        error.code === "ENOENT" ? `there is no file ${path}.` : `${path} cannot be read: ${error.message}.`,
      expected: "a prediction log, a CSV file.",
      fix: "check the path; writePredictionLog(path, log) makes such a file.",
    });
  });
  if (bytes.length === 0 || bytes.subarray(0, 1000).includes(0))
    throw new UsageError({
      got: `${path} is no CSV file: it ${bytes.length === 0 ? "is empty" : "holds zero bytes"}.`,
      expected: "text in UTF-8, a line of column names first.",
      fix: "write it again as UTF-8, with the columns id, label and probability_<class>.",
    });
  try {
    return bytes.toString("utf8", bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  } catch (error) {
    throw new UsageError({
      got: `${path} cannot be read: ${(error as Error).message}.`,
      expected: "a CSV file below half a gigabyte.",
      fix: "write it as Parquet, which is smaller and quicker to read.",
    });
  }
}
