/** A call that shows something, at the beginning of a line and so in no branch. */
const shows = /^(?:await )?(console\.log|(?:\w+\.)?show|display)\(/m;

/**
 * What is wrong with a notebook that was run from top to bottom, one sentence a cell; empty when all is well.
 *
 * A runner's own "passed" is not believed: every code cell must carry a number from its own execution, in
 * order, must have failed exactly where it is tagged `raises-exception`, and must have an output where it shows or
 * prints something unconditionally: an output can be lost on its way.
 *
 * @param {{ cells: readonly Record<string, any>[] }} notebook - the notebook with its outputs
 * @returns {string[]}
 */
export function verifyRun(notebook) {
  const code = notebook.cells.filter((cell) => cell.cell_type === "code" && textOf(cell).trim() !== "");
  let last = 0;
  return code.flatMap((cell, index) => {
    const where = `code cell ${index + 1} (${firstLine(cell)})`;
    const error = cell.outputs.find((/** @type {any} */ output) => output.output_type === "error");
    const mayFail = cell.metadata.tags?.includes("raises-exception") ?? false;
    const ran = typeof cell.execution_count === "number" && cell.execution_count > last;
    if (!ran) return [`${where} did not run.`];
    last = cell.execution_count;
    if (error && !mayFail) return [`${where} failed: ${error.ename}: ${error.evalue}`];
    if (!error && mayFail) return [`${where} is meant to fail, and did not.`];
    const shown = cell.outputs.length === 0 ? shows.exec(textOf(cell))?.[1] : undefined;
    if (shown !== undefined) return [`${where} has no output, though it calls ${shown}.`];
    return [];
  });
}

/** @param {Record<string, any>} cell */
function textOf(cell) {
  return String(cell.source.join?.("") ?? cell.source);
}

/** @param {Record<string, any>} cell */
function firstLine(cell) {
  const text = textOf(cell).trim().split("\n")[0] ?? "";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
