export interface Notebook {
  name: string;
  cells: { source: string; tags?: string[] }[];
  /** Where it lies; defaults to notebooks/ in the clone. */
  where?: "notebooks" | "nested" | "outside";
  /** Seconds for one cell. */
  timeout?: number;
  allowErrors?: boolean;
  /** For a planted one: what the runner must say. */
  error?: RegExp;
  /** For a healthy one: what each cell must have put out; every cell must have run. */
  outputs?: RegExp[];
}

function cells(...sources: string[]): Notebook["cells"] {
  return sources.map((source) => ({ source }));
}

const expected = { source: 'throw new Error("expected");', tags: ["raises-exception"] };

/** Notebooks with one failure each: a run that passes any of them is wrong. */
export const planted: readonly Notebook[] = [
  { name: "a throw", cells: cells('throw new Error("thrown");'), error: /Error: thrown/ },
  { name: "a type error", cells: cells('const n: number = "one";'), error: /TypeScriptError.*TS2322/s },
  { name: "a syntax error", cells: cells("const = 1;"), error: /TypeScriptError/ },
  { name: "a missing module", cells: cells('import x from "no-such-module"; x;'), error: /no-such-module/ },
  {
    name: "a module missing at run time",
    cells: cells('require("no-such-module");'),
    error: /Cannot find module 'no-such-module'/,
  },
  {
    name: "a real error behind an expected one",
    cells: [expected, ...cells('throw new Error("REAL BUG");', 'console.log("end");')],
    error: /REAL BUG/,
  },
  {
    name: "a promise that nobody awaits",
    cells: cells('Promise.reject(new Error("nobody"));'),
    error: /nobody/,
  },
  {
    name: "an unawaited call in the last cell that fails a little later",
    cells:
      cells(`async function load() { await new Promise((done) => setTimeout(done, 40)); throw new Error("late"); }
load();`),
    error: /late/,
  },
  {
    name: "an unawaited call that fails while a later cell runs",
    cells: cells(
      'setTimeout(() => Promise.reject(new Error("much later")), 300);',
      "await new Promise((done) => setTimeout(done, 600));",
    ),
    error: /BackgroundFailure.*much later/s,
  },
  {
    name: "an error in a timer while its cell waits for ever",
    cells: cells('await new Promise(() => setTimeout(() => { throw new Error("timer"); }, 20));'),
    error: /timer/,
  },
  { name: "process.exit(0)", cells: cells("process.exit(0);", "1;"), error: /process\.exit\(0\) was called/ },
  {
    name: "process.exit(0) in a timer",
    cells: cells("await new Promise(() => setTimeout(() => process.exit(0), 10));"),
    error: /process\.exit\(0\) was called/,
  },
  {
    name: "a kernel that is killed",
    cells: cells('process.kill(process.pid, "SIGKILL");', "1;"),
    error: /DeadKernelError/,
  },
  {
    name: "an endless loop",
    cells: cells("while (true) {}"),
    timeout: 4,
    error: /CellTimeoutError/,
  },
  {
    name: "an endless wait",
    cells: cells("await new Promise(() => {});"),
    timeout: 4,
    error: /CellTimeoutError/,
  },
  {
    name: "a value whose own display fails",
    cells: cells('({ [Symbol.for("Jupyter.display")]() { throw new Error("no picture"); } })'),
    error: /no picture/,
  },
];

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
    cells: [
      ...cells("let steps = 1;"),
      expected,
      ...cells("steps += 1; steps", 'console.log("end", steps);'),
    ],
    outputs: [/^$/, /expected/, /^2$/, /^end 2\n$/],
  },
  {
    name: "errors allowed everywhere",
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
];
