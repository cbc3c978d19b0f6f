/**
 * What is wrong with a notebook that was run from top to bottom, one sentence a cell; empty when all is well.
 *
 * A runner's own "passed" is not believed: every code cell must carry a number from its own execution, in
 * order, and must have failed exactly where it is tagged `raises-exception`.
 *
 * @param {{ cells: readonly Record<string, any>[] }} notebook - the notebook with its outputs
 * @returns {string[]}
 */
export function verifyRun(notebook) {
  const code = notebook.cells.filter(
    (cell) => cell.cell_type === "code" && String(cell.source.join?.("") ?? cell.source).trim() !== "",
  );
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
    return [];
  });
}

/** @param {Record<string, any>} cell */
function firstLine(cell) {
  const text =
    String(cell.source.join?.("") ?? cell.source)
      .trim()
      .split("\n")[0] ?? "";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
