import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, Probe, printed, types } from "./support/probe.js";

let kernel: Probe;
beforeAll(async () => {
  kernel = await Probe.start();
  await kernel.execute("const kept = 1;");
});
afterAll(() => kernel.stop());

/** Presses Stop once a cell has begun to run. */
function stop(code: string, by = "message", afterSeconds = 0.1): Promise<Answer> {
  return kernel.call<Answer>("stop", code, afterSeconds, by);
}

async function value(code: string): Promise<string> {
  return (await kernel.execute(code)).messages.at(-1)?.content.data?.["text/plain"];
}

describe("Stop ends, with the variables kept,", () => {
  test.each([
    ["a loop that never yields", "while (true) {}", "message"],
    ["a loop that never yields, by signal,", "while (true) {}", "signal"],
    ["a loop that never yields behind an await, by signal,", "await 0;\nwhile (true) {}", "signal"],
    [
      "a call of the engine's own behind an await, by signal,",
      'await 0;\n/(a+)+$/.test("a".repeat(60) + "b");',
      "signal",
    ],
    [
      "a loop in a timer, by signal,",
      "await new Promise(() => setTimeout(() => { while (true) {} }));",
      "signal",
    ],
    ["a loop of one statement", "let i = 0;\nfor (;;) i++;", "message"],
    ["a loop that never yields behind an await", "await 0;\nwhile (true) {}", "message"],
    [
      "a loop in a function behind an await",
      "const f = async () => { await 0; do {} while (true); };\nawait f();",
      "message",
    ],
    ["a loop in a timer", "await new Promise(() => setTimeout(() => { while (true) {} }));", "message"],
    ["a call of the engine's own that never yields", '/(a+)+$/.test("a".repeat(60) + "b")', "message"],
    [
      "such a call behind an await",
      'await 0;\nconst found = /(a+)+$/.test("a".repeat(60) + "b");',
      "message",
    ],
    [
      "such a call in a loop behind an await",
      'await 0;\nfor (const text of ["a"]) /(a+)+$/.test(text.repeat(60) + "b");',
      "message",
    ],
    [
      "such a call whose errors are caught",
      'await 0;\ntry { /(a+)+$/.test("a".repeat(60) + "b"); } catch {}\nawait new Promise(() => {});',
      "message",
    ],
    ["a wait for nothing", "await new Promise(() => {});", "message"],
    ["a wait for nothing, by signal,", "await new Promise(() => {});", "signal"],
    [
      "a loop that waits at each turn",
      "while (true) await new Promise((done) => setTimeout(done, 5));",
      "message",
    ],
  ])("%s", async (_, code, by) => {
    const { reply } = await stop(code, by);
    expect(reply).toMatchObject({ status: "error", ename: "Interrupted" });
    expect(await value("kept")).toBe("1");
  });
});

test("the reader is told the line that was running", async () => {
  const { reply } = await stop("let turns = 0;\nawait 0;\nwhile (true) {\n  turns++;\n}");
  expect(reply.traceback.slice(1, 3).join("\n")).toMatch(/^cell \[\d+\], line 3\n> 3 \| while \(true\) \{$/);
  expect(await value("turns > 0")).toBe("true");
});

test("finally runs, and what a stopped cell has left running says nothing more and changes nothing", async () => {
  const { reply, messages } = await stop(`let freed = false, late = 0;
setInterval(() => { console.log("tick"); late++; }, 100);
try { while (true) await new Promise((done) => setTimeout(done, 5)); } finally { freed = true; }`);
  expect(reply.ename).toBe("Interrupted");
  expect(messages.at(-1)?.msg_type).toBe("error");
  expect(await value("freed")).toBe("true");
  expect(await kernel.call("late", 0.4)).toEqual([]);
});

test("the statement whose promise listens to Stop gets its value, and the next one does not run", async () => {
  const { messages, reply } =
    await stop(`const signal = (globalThis as any)[Symbol.for("deep-pessimist.signal")];
const soFar = await new Promise<number>((done) => signal.addEventListener("abort", () => done(42)));
console.log("never");`);
  expect(reply.ename).toBe("Interrupted");
  expect(printed({ reply, messages } as Answer)).toBe("");
  expect(await value("soFar")).toBe("42");
});

test("what cannot be stopped is said to be so, while it runs", async () => {
  const sleep = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);";
  const answer = await stop(
    `await new Promise((done) => setTimeout(() => { ${sleep} done(0); }));\nconsole.log('never');`,
  );
  expect(printed(answer, "stderr")).toMatch(/^Stop cannot reach this cell: .*\nRestart the kernel/);
  expect(printed(answer)).toBe("");
  expect(answer.reply.ename).toBe("Interrupted");
});

test("a cell that listens to signals itself takes Stop from nobody", async () => {
  const { reply } = await stop('process.on("SIGINT", () => {});\nwhile (true) {}', "signal");
  expect(reply.ename).toBe("Interrupted");
});

test.each(["message", "signal"])("Stop between two cells, by %s, stops neither", async (by) => {
  if (by === "signal") await kernel.call("signals", 3);
  else await kernel.request("interrupt_request", {}, "control");
  const answer = await kernel.execute("await 0;\nfor (let i = 0; i < 10; i++);\n'ran'");
  expect(types(answer)).toEqual(["execute_input", "execute_result"]);
});

test("Stop during fit ends it with the history so far in its variable, its tensors freed, and silence after", async () => {
  await kernel.execute(`import { backend, data, models, training } from "../lib";
import * as tf from "@tensorflow/tfjs";
await backend.start({ backend: "wasm", quiet: true });
const set = data.digits();
const model = models.leNet({ inputShape: set.shape, classes: 10 });
const before = tf.memory().numTensors;`);
  const answer = await stop(
    "const history = await training.fit(model, set, { epochs: 99, progress: true });",
    "message",
    2,
  );
  expect(answer.reply.ename).toBe("Interrupted");
  expect(await value("history.stopped")).toBe("aborted");
  expect(await value("tf.memory().numTensors - before")).toBe("0");
  expect(await kernel.call("late", 0.3)).toEqual([]);
});

test("a call of TensorFlow's that is ended half-way leaves no tensors and no tape behind", async () => {
  const answer = await stop(`await 0;
const tensors = tf.memory().numTensors;
const slow = () => tf.tidy(() => { tf.ones([9]); /(a+)+$/.test("a".repeat(60) + "b"); return tf.scalar(1); });
tf.grad((x) => x.mul(slow()))(tf.scalar(2));`);
  expect(answer.reply.ename).toBe("Interrupted");
  expect(await value("tf.memory().numTensors - tensors")).toBe("1"); // the scalar outside any scope, which is the cell's
  expect(
    await value(
      "const { gradientDepth, activeTape } = (tf.engine() as any).state; [gradientDepth, activeTape]",
    ),
  ).toBe("[ 0, undefined ]");
});

test.each([
  ["the drawing of pictures", "data.makeScenes(1e5).batch(Array.from({ length: 1e5 }, (_, i) => i))"],
  ["a bootstrap", "core.bootstrapInterval(1e5, (rows) => rows[0]!, { resamples: 1e6 })"],
])("Stop ends %s of the library's behind an await, and what was there before stays", async (_, call) => {
  await kernel.execute('import { core, data } from "../lib";');
  const answer = await stop(`await 0;\nconst before = "here";\nconst much: unknown = ${call};`);
  expect(answer.reply.ename).toBe("Interrupted");
  expect(await value("before")).toBe("here");
});
