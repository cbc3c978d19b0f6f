import { inspect } from "node:util";

type Forms = Record<string, unknown>;

/** A table for a notebook, its first column the rows' names: as HTML, and as text for front ends without HTML. */
export function tableForms(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  note?: string,
): Forms {
  // A heading that says nothing is no heading: readers of the screen would announce it.
  const head = columns.map((name) => (name === "" ? "<td></td>" : `<th>${escapeHtml(name)}</th>`)).join("");
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  return {
    "text/html": note === undefined ? table : `${table}<p>${escapeHtml(note)}</p>`,
    "text/plain": [
      ...aligned([columns, ...rows.map((row) => row.map(String))]),
      ...(note ? [note] : []),
    ].join("\n"),
  };
}

function cell(value: unknown, column: number): string {
  const text = escapeHtml(typeof value === "string" ? value : inspect(value));
  return column === 0 ? `<th>${text}</th>` : `<td>${text}</td>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Columns by spaces, to the right. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  return lines.map((line) =>
    line
      .map((word, i) => word.padStart(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
}
