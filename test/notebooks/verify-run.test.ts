import { expect, test } from "vitest";
import { verifyRun } from "../../scripts/course/verify-run.mjs";

interface Run {
  count: number | null;
  fails?: boolean;
  tags?: string[];
}

const cell = ({ count, fails = false, tags = [] }: Run) => ({
  cell_type: "code",
  source: ["train();\n", "plot();"],
  execution_count: count,
  metadata: { tags },
  outputs: fails ? [{ output_type: "error", ename: "Error", evalue: "boom" }] : [],
});
const verify = (...runs: Run[]) => verifyRun({ cells: runs.map(cell) });

test("a notebook whose cells all ran, in order, has no problem", () => {
  expect(verify({ count: 1 }, { count: 2, fails: true, tags: ["raises-exception"] }, { count: 3 })).toEqual(
    [],
  );
});

test("a cell that did not run is named", () => {
  expect(verify({ count: 1 }, { count: null })).toEqual(["code cell 2 (train();) did not run."]);
  expect(verify({ count: 1 }, { count: 1 })).toEqual(["code cell 2 (train();) did not run."]);
});

test("a cell that failed is named with its error", () => {
  expect(verify({ count: 1, fails: true })).toEqual(["code cell 1 (train();) failed: Error: boom"]);
});

test("a cell that is meant to fail and did not is named", () => {
  expect(verify({ count: 1, tags: ["raises-exception"] })).toEqual([
    "code cell 1 (train();) is meant to fail, and did not.",
  ]);
});

test.each(["console.log", "await plots.show", "display"])(
  "an output of %s that is missing is named",
  (call) => {
    const quiet = {
      cell_type: "code",
      source: `const x = 1;\n${call}(x);`,
      execution_count: 1,
      metadata: {},
    };
    const text = { output_type: "stream", name: "stdout", text: "1\n" };
    expect(verifyRun({ cells: [{ ...quiet, outputs: [] }] })).toEqual([
      `code cell 1 (const x = 1;) has no output, though it calls ${call.replace("await ", "")}.`,
    ]);
    expect(verifyRun({ cells: [{ ...quiet, outputs: [text] }] })).toEqual([]);
  },
);

test("a cell that prints in a branch alone may have no output", () => {
  const source = "if (found) {\n  console.log(found);\n}";
  const quiet = { cell_type: "code", source, execution_count: 1, metadata: {}, outputs: [] };
  expect(verifyRun({ cells: [quiet] })).toEqual([]);
});
