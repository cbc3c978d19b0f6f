import { cells, expected, type Notebook } from "./notebook.js";

/** Notebooks that must pass, with every cell run. */
export const healthy: readonly Notebook[] = [
  {
    name: "the built library imported from ../lib",
    cells: cells(
      'import { core } from "../lib";\nconst random: () => number = core.randomSource(1);',
      "random() < 1",
      "new core.UsageError({ got: 'g.', expected: 'e.', fix: 'f.' }).expected",
    ),
    // Whoever is at work on the library is told that what was built is older.
    outputs: [/^(\S+ has been edited since .*\n)?$/, /^true$/, /^e\.$/],
  },
  {
    name: "the library imported from two folders down",
    where: "nested",
    cells: cells('import { core } from "../../lib";\ntypeof core.randomSource(1)()'),
    outputs: [/^number$/],
  },
  {
    name: "the library and Node's types known outside the clone",
    where: "outside",
    cells: cells(
      'import { randomSource } from "deep-pessimist/core";\nimport { sep } from "node:path";',
      "console.log(typeof randomSource(1)(), sep.length);",
    ),
    outputs: [/^$/, /^number 1\n$/],
  },
  {
    name: "a figure of several types",
    cells: cells(`(globalThis as any)[Symbol.for("deep-pessimist.display")]({
  data: { "application/vnd.plotly.v1+json": { data: [], layout: {} }, "image/svg+xml": "<svg/>", "text/plain": "flat" },
});`),
    outputs: [/^flat$/],
  },
  {
    name: "an expected error in the middle",
    // papermill knows no expected errors: it fails whatever has one among its outputs
    runners: ["nbclient", "nbconvert", "nbmake"],
    cells: [
      ...cells("let steps = 1;"),
      expected,
      ...cells("steps += 1; steps", 'console.log("end", steps);'),
    ],
    outputs: [/^$/, /expected/, /^2$/, /^end 2\n$/],
  },
  {
    name: "errors allowed everywhere",
    runners: ["nbclient", "nbconvert"],
    allowErrors: true,
    cells: cells('throw new Error("one");', 'const n: number = "two";', 'console.log("three");'),
    outputs: [/one/, /TS2322/, /^three\n$/],
  },
  {
    name: "a rejection that is handled",
    cells: cells(
      'try { await Promise.reject(new Error("caught")); } catch { console.log("handled"); }',
      "1;",
    ),
    outputs: [/^handled\n$/, /^1$/],
  },
  {
    name: "a timer that goes on",
    cells: cells("const timer = setInterval(() => {}, 10);", "clearInterval(timer);", '"done"'),
    outputs: [/^$/, /^$/, /^done$/],
  },
  {
    name: "warnings, and words on standard error",
    cells: cells(
      'console.warn("careful");\nprocess.stderr.write("more\\n");\nprocess.emitWarning("old");',
      "1;",
    ),
    outputs: [/^careful\nmore\n/, /^1$/],
  },
  {
    name: "a comment and a type",
    cells: cells("// nothing to do", "interface Row { x: number }", "const row: Row = { x: 2 }; row.x"),
    outputs: [/^$/, /^$/, /^2$/],
  },
  {
    name: "a variable that is declared anew, with another type",
    cells: cells("const again = 1;", 'const again = "one";', "again.length"),
    outputs: [/^$/, /^$/, /^3$/],
  },
  {
    name: "an output that is shown anew in place",
    cells: cells('await display("first", { id: "p" });\nawait display("last", { id: "p", update: true });'),
    outputs: [/^last$/],
  },
  {
    name: "a tensor and a model as last values",
    cells: cells(
      'import * as tf from "@tensorflow/tfjs";\ntf.tensor1d([1, 3])',
      "tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] })",
    ),
    outputs: [/Tensor float32 \[2\]/, /1 layers, 3 parameters/],
  },
  {
    name: "a module beside it",
    files: { "helper.ts": "export const double = (x: number): number => 2 * x;\n" },
    cells: cells('import { double } from "./helper";', "double(21)"),
    outputs: [/^$/, /^42$/],
  },
  {
    name: "a long wait and a loop, within their time",
    cells: cells(
      "await new Promise((done) => setTimeout(done, 300));\nlet sum = 0;\nfor (let i = 0; i < 1e6; i++) sum += i;",
      "sum",
    ),
    outputs: [/^$/, /^499999500000$/],
  },
  {
    name: "a thousand lines",
    cells: cells("for (let i = 1; i <= 1000; i++) console.log(i);"),
    outputs: [/^1\n2\n[\s\S]*\n1000\n$/],
  },
];
