import { createHash } from "node:crypto";

/**
 * @typedef {{ kind: "markdown" | "code", source: string, tags: string[] }} Cell
 */

const cellStart = /^\/\/ %%(?<markdown> \[markdown\])?(?<rest>.*)$/;

/**
 * Reads a TypeScript file in the percent format into cells.
 *
 * A line `// %%` begins a code cell, `// %% [markdown]` a text cell whose lines are comments, and
 * `tags=["raises-exception"]` at its end gives the cell tags. Lines before the first marker are not part of
 * the notebook (an editor's header, a licence). Nor is a line `// @ts-expect-error`: it marks for the compiler
 * what the reader shall see fail.
 *
 * @param {string} text
 * @returns {Cell[]}
 * @see Jupytext, "The percent format"
 */
export function readPercentFormat(text) {
  /** @type {{ kind: "markdown" | "code", lines: string[], tags: string[] }[]} */
  const cells = [];
  for (const line of text.split("\n")) {
    const marker = cellStart.exec(line)?.groups;
    if (marker) {
      const tags = /tags=(\[.*?\])/.exec(marker.rest ?? "")?.[1];
      cells.push({
        kind: marker.markdown ? "markdown" : "code",
        lines: [],
        tags: tags ? JSON.parse(tags) : [],
      });
    } else if (!line.startsWith("// @ts-expect-error")) cells.at(-1)?.lines.push(line);
  }
  return cells.map(({ kind, lines, tags }) => {
    const plain = kind === "markdown" ? lines.map((line) => line.replace(/^\/\/ ?/, "")) : lines;
    return { kind, tags, source: plain.join("\n").trim() };
  });
}

/**
 * Writes cells as a notebook (nbformat 4.5) without outputs; the same cells give the same text, ids included.
 *
 * @param {Cell[]} cells
 * @returns {string}
 */
export function writeNotebook(cells) {
  const notebook = {
    cells: cells.map((cell, index) => ({
      cell_type: cell.kind,
      ...(cell.kind === "code" ? { execution_count: null } : {}),
      id: createHash("sha256").update(`${index}\n${cell.source}`).digest("hex").slice(0, 8),
      metadata: cell.tags.length > 0 ? { tags: cell.tags } : {},
      ...(cell.kind === "code" ? { outputs: [] } : {}),
      source: cell.source.split(/(?<=\n)/),
    })),
    metadata: {
      kernelspec: {
        display_name: "TypeScript (Deep Pessimist)",
        language: "typescript",
        name: "deep-pessimist",
      },
      language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
