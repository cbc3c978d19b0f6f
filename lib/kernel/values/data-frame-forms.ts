import { inspect } from "node:util";

/** What a table has to be shown as one: danfojs-node's DataFrame, and whatever else has these fields. */
interface DataFrameLike {
  readonly columns: readonly string[];
  readonly index: readonly (string | number)[];
  /** Row by row. */
  readonly values: readonly (readonly unknown[])[];
}

/** More rows than this are cut in the middle; the count says so. */
const mostRows = 20;

export function isDataFrame(value: object): value is DataFrameLike {
  const { columns, index, values } = value as Partial<DataFrameLike>;
  return [columns, index, values].every(Array.isArray) && values!.length === index!.length;
}

/** A data frame as an HTML table, numbers to the right. */
export function dataFrameForms({ columns, index, values }: DataFrameLike): Record<string, unknown> {
  const rows = index.map((name, i) => [name, ...(Array.isArray(values[i]) ? values[i]! : [values[i]])]);
  const cut = rows.length > mostRows;
  const shown = cut ? [...rows.slice(0, mostRows / 2), ...rows.slice(-mostRows / 2)] : rows;
  const html = shown.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  if (cut) html.splice(mostRows / 2, 0, `<tr>${"<td>…</td>".repeat(columns.length + 1)}</tr>`);
  const head = ["", ...columns].map((name) => `<th>${escaped(name)}</th>`).join("");
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${html.join("")}</tbody></table>`;
  const size = `${rows.length} rows × ${columns.length} columns`;
  return { "text/html": cut ? `${table}<p>${size}</p>` : table, "text/plain": plain(columns, shown, size) };
}

function cell(value: unknown, column: number): string {
  const text = escaped(typeof value === "string" ? value : inspect(value));
  return column === 0 ? `<th>${text}</th>` : `<td>${text}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The same for front ends without HTML: columns by spaces. */
function plain(columns: readonly string[], rows: readonly (readonly unknown[])[], size: string): string {
  const lines = [["", ...columns], ...rows.map((row) => row.map(String))];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  const text = lines.map((line) =>
    line
      .map((word, i) => word.padStart(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
  return [...text, size].join("\n");
}
