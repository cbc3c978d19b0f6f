import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { repositoryFiles } from "./markdown.js";

interface Notebook {
  cells: { cell_type: string; outputs?: unknown[]; execution_count?: number | null }[];
}

/** The cells that still hold what a run left in them. */
function cellsWithOutputs({ cells }: Notebook): number[] {
  return cells.flatMap(({ outputs = [], execution_count = null }, i) =>
    outputs.length > 0 || execution_count !== null ? [i] : [],
  );
}

test("committed notebooks hold no outputs", () => {
  const notebooks = repositoryFiles("notebooks/*.ipynb");
  const found = notebooks.flatMap((file) =>
    cellsWithOutputs(JSON.parse(readFileSync(file, "utf8")) as Notebook).map(
      (cell) => `${file}, cell ${cell}`,
    ),
  );
  expect(found).toEqual([]);
});

test("a planted output is named by its cell", () => {
  const cells = [
    { cell_type: "markdown" },
    { cell_type: "code", outputs: [], execution_count: null },
    { cell_type: "code", outputs: [{}], execution_count: 3 },
  ];
  expect(cellsWithOutputs({ cells })).toEqual([2]);
});
