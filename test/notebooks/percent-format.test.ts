import { expect, test } from "vitest";
import { readPercentFormat, writeNotebook } from "../../scripts/course/percent-format.mjs";

const source = `// a header that is no cell
// %% [markdown]
// # Title
//
// Text with \`code\`.

// %%
const x = 1;

x;

// %% tags=["raises-exception"]
// @ts-expect-error a word for the compiler alone
throw new Error("on purpose");
`;

test("readPercentFormat splits at the markers, uncomments text and keeps tags", () => {
  expect(readPercentFormat(source)).toEqual([
    { kind: "markdown", tags: [], source: "# Title\n\nText with `code`." },
    { kind: "code", tags: [], source: "const x = 1;\n\nx;" },
    { kind: "code", tags: ["raises-exception"], source: 'throw new Error("on purpose");' },
  ]);
});

test("writeNotebook writes what Jupytext writes for the same cells, but for ids", () => {
  const { cells, nbformat, nbformat_minor } = JSON.parse(writeNotebook(readPercentFormat(source)));
  expect([nbformat, nbformat_minor]).toEqual([4, 5]);
  expect(cells[0]).toEqual({
    cell_type: "markdown",
    id: expect.stringMatching(/^[0-9a-f]{8}$/),
    metadata: {},
    source: ["# Title\n", "\n", "Text with `code`."],
  });
  expect(cells[2]).toMatchObject({ cell_type: "code", execution_count: null, outputs: [] });
  expect(cells[2].metadata).toEqual({ tags: ["raises-exception"] });
});

test("writeNotebook gives the same text twice, and every cell an id of its own", () => {
  const twice = readPercentFormat(`${source}\n// %%\nx;\n\n// %%\nx;\n`);
  expect(writeNotebook(twice)).toBe(writeNotebook(twice));
  const ids = JSON.parse(writeNotebook(twice)).cells.map((cell: { id: string }) => cell.id);
  expect(new Set(ids).size).toBe(ids.length);
});
