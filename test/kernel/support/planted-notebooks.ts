import { cells, expected, type Notebook } from "./notebook.js";

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
    name: "a signal to stop, sent by itself",
    cells: cells('process.kill(process.pid, "SIGINT");\nawait new Promise(() => {});', "1;"),
    error: /Interrupted: the cell was stopped/,
  },
  {
    name: "a kernel that is killed",
    ownKernel: true,
    cells: cells('process.kill(process.pid, "SIGKILL");', "1;"),
    error: /DeadKernelError/,
  },
  {
    name: "an endless loop",
    cells: cells("while (true) {}"),
    timeout: 6,
    ownKernel: true,
    error: /CellTimeoutError/,
  },
  {
    name: "an endless wait",
    cells: cells("await new Promise(() => {});"),
    timeout: 6,
    ownKernel: true,
    error: /CellTimeoutError/,
  },
  {
    name: "a type error in a later cell",
    cells: cells("const whole = 1;", "const halves: string = whole;"),
    error: /TS2322/,
  },
  { name: "a forgotten await", cells: cells("Promise.resolve([1]).length;"), error: /write await before/ },
  {
    name: "a variable whose cell was taken out",
    cells: cells("console.log(takenOut);"),
    error: /Cannot find name 'takenOut'/,
  },
  {
    name: "an export that is not there",
    cells: cells('import { reed } from "node:fs";'),
    error: /TS2724|TS2305/,
  },
  {
    name: "an output that an earlier cell should have written",
    cells: cells('import { readFileSync } from "node:fs";', 'readFileSync("no-such-output.json");'),
    error: /ENOENT/,
  },
  {
    name: "an assertion that does not hold",
    cells: cells('import assert from "node:assert/strict";\nassert.equal(1 + 1, 3);'),
    error: /AssertionError/,
  },
  {
    name: "a check of the library that refuses",
    cells: cells(
      'import { core } from "../lib";\ncore.checkOptions("fit", { epchs: 3 } as object, ["epochs"]);',
    ),
    error: /UsageError.*epchs/s,
  },
  {
    name: "an await of a rejection",
    cells: cells('await Promise.reject(new Error("awaited"));'),
    error: /awaited/,
  },
  {
    name: "a failure in an asynchronous loop",
    cells: cells(
      'async function* rows() { yield 1; throw new Error("row 2"); }\nfor await (const row of rows()) row;',
    ),
    error: /row 2/,
  },
  { name: "a thrown text", cells: cells('throw "only text";'), error: /only text/ },
  { name: "a thrown undefined", cells: cells("throw undefined;"), error: /Thrown: undefined/ },
  { name: "process.abort()", ownKernel: true, cells: cells("process.abort();"), error: /DeadKernelError/ },
  {
    name: "a kernel out of memory",
    ownKernel: true,
    cells: cells("const hoard: number[][] = [];\nfor (;;) hoard.push(new Array(1e6).fill(1.5));"),
    error: /DeadKernelError/,
  },
  {
    name: "a stack without end",
    cells: cells("const deeper = (): number => deeper() + 1;\ndeeper();"),
    error: /call stack/,
  },
  {
    name: "a disposed tensor",
    cells: cells(
      'import * as tf from "@tensorflow/tfjs";\nconst gone = tf.scalar(1);\ngone.dispose();',
      "gone.add(1);",
    ),
    error: /disposed/,
  },
  {
    name: "shapes that do not fit",
    cells: cells('import * as tf from "@tensorflow/tfjs";\ntf.zeros([2, 3]).matMul(tf.zeros([2, 3]));'),
    error: /inner shapes/,
  },
  {
    name: "an error in a microtask",
    cells: cells('queueMicrotask(() => { throw new Error("micro"); });'),
    error: /micro/,
  },
  {
    name: "an error in setImmediate",
    cells: cells('setImmediate(() => { throw new Error("immediate"); });'),
    error: /immediate/,
  },
  {
    name: "an error event that nobody listens to",
    cells: cells(
      'import { EventEmitter } from "node:events";\nnew EventEmitter().emit("error", new Error("event"));',
    ),
    error: /event/,
  },
  {
    name: "a stream of a file that is not there",
    cells: cells(
      'import { createReadStream } from "node:fs";\nconst stream = createReadStream("no-such.csv");\nawait new Promise<void>((done) => { stream.on("end", () => done()); });',
    ),
    error: /ENOENT/,
  },
  {
    name: "a worker that fails",
    cells: cells(
      'import { Worker } from "node:worker_threads";\nawait new Promise((done) => new Worker("throw new Error(\'in the worker\')", { eval: true }).on("exit", done));',
    ),
    error: /in the worker/,
  },
  { name: "a question to nobody", cells: cells("await input();"), error: /nobody watches/ },
  {
    name: "an output that would be missing, for it cannot be sent",
    cells: cells(
      'const show = (globalThis as any)[Symbol.for("deep-pessimist.display")];',
      'show({ data: { "application/json": 1n } });',
    ),
    error: /cannot be sent as JSON/,
  },
  {
    name: "a thread that waits for ever",
    cells: cells("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"),
    timeout: 6,
    ownKernel: true,
    error: /CellTimeoutError/,
  },
  {
    name: "a crash in native code",
    ownKernel: true,
    cells: cells('process.kill(process.pid, "SIGSEGV");\nawait new Promise(() => {});'),
    error: /DeadKernelError/,
  },
  {
    name: "a figure that would be missing, for its data cannot be sent",
    cells: cells(
      'const show = (globalThis as any)[Symbol.for("deep-pessimist.display")];',
      'const ring: any = {};\nring.self = ring;\nshow({ data: { "application/vnd.plotly.v1+json": ring } });',
    ),
    error: /cannot be sent as JSON/,
  },
  {
    name: "a module beside it that fails",
    files: { "helper.ts": 'export const rate: number = 1;\nthrow new Error("broken helper");\n' },
    cells: cells('import { rate } from "./helper";\nrate;'),
    error: /broken helper/,
  },
  {
    name: "a type error in a module beside it",
    files: { "helper.ts": 'export const rate: number = "one";\n' },
    cells: cells('import { rate } from "./helper";\nrate;'),
    error: /TS2322/,
  },
  {
    name: "an error in a callback",
    cells: cells('[1, 2].forEach((n) => { if (n === 2) throw new Error("second"); });'),
    error: /second/,
  },
  {
    name: "a program that fails",
    cells: cells(
      'import { execFileSync } from "node:child_process";\nexecFileSync(process.execPath, ["-e", "process.exit(3)"]);',
    ),
    error: /Command failed/,
  },
  {
    name: "a program that is not there",
    cells: cells(
      'import { spawn } from "node:child_process";\nconst child = spawn("no-such-program");\nawait new Promise((done) => child.on("exit", done));',
    ),
    error: /ENOENT/,
  },
  {
    name: "a dynamic import of what is not there",
    cells: cells('const name: string = "./no-such-file.js";\nawait import(name);'),
    error: /no-such-file/,
  },
  {
    name: "a request that nobody answers",
    cells: cells('await fetch("http://127.0.0.1:1/");'),
    error: /fetch failed/,
  },
];
