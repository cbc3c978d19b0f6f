import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, Probe, printed, types } from "./support/probe.js";

let kernel: Probe;
beforeAll(async () => {
  kernel = await Probe.start();
});
afterAll(() => kernel.stop());

test("kernel_info names the language, the highlighting and the file ending", async () => {
  const { type, reply } = await kernel.request("kernel_info_request", {});
  expect(type).toBe("kernel_info_reply");
  expect(reply).toMatchObject({
    status: "ok",
    implementation: "deep-pessimist",
    language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/typescript" },
  });
});

test("a cell is echoed, its last value is an execute_result, and both carry its count", async () => {
  const answer = await kernel.execute("const six = 6;\nsix * 7");
  expect(types(answer)).toEqual(["execute_input", "execute_result"]);
  const [, input, result] = answer.messages;
  expect(input?.content).toEqual({
    code: "const six = 6;\nsix * 7",
    execution_count: answer.reply.execution_count,
  });
  expect(result?.content).toEqual({
    execution_count: answer.reply.execution_count,
    data: { "text/plain": "42" },
    metadata: {},
  });
  expect(answer.reply).toMatchObject({ status: "ok", payload: [], user_expressions: {} });
});

test("the count rises by one with each cell, and not with a silent one", async () => {
  const first = await kernel.execute("1;");
  const silent = await kernel.execute("console.log('unheard'); 2", { silent: true });
  const second = await kernel.execute("3;");
  expect(types(silent)).toEqual([]);
  expect(second.reply.execution_count).toBe(first.reply.execution_count + 1);
});

test("{ seed } reads and writes a variable of an earlier cell, as { seed: seed } does", async () => {
  await kernel.execute("let seed = 0, rate = 0.5;");
  const read = await kernel.execute("JSON.stringify({ seed, rate })");
  expect(read.messages.at(-1)?.content.data?.["text/plain"]).toContain('{"seed":0,"rate":0.5}');
  await kernel.execute("({ seed } = { seed: 7 });");
  expect((await kernel.execute("seed")).messages.at(-1)?.content.data?.["text/plain"]).toBe("7");
});

test("output comes in the order in which it was written, streams and displays mixed", async () => {
  const answer = await kernel.execute(`import { display } from "tslab";
console.log("one"); console.error("two"); display.html("<b>three</b>"); console.log("four"); "five"`);
  expect(
    answer.messages.slice(2).map(({ content }) => content.text ?? Object.values(content.data)[0]),
  ).toEqual(["one\n", "two\n", "<b>three</b>", "four\n", "five"]);
});

test("none of 5,000 lines printed in one turn is lost", async () => {
  const answer = await kernel.execute("for (let i = 0; i < 5000; i++) console.log(i);");
  expect(printed(answer)).toBe(Array.from({ length: 5000 }, (_, i) => `${i}\n`).join(""));
});

test("what a timer of an earlier cell prints belongs to that cell", async () => {
  const first = await kernel.execute('setTimeout(() => console.log("late"), 300);');
  const second = await kernel.execute("await new Promise((done) => setTimeout(done, 500));");
  expect(printed(second)).toBe("");
  expect(printed(first)).toBe("");
  const third = await kernel.execute('setTimeout(() => console.log("own"), 10);');
  expect(printed(third)).toBe("own\n");
});

test("the display hook sends one bundle of several types with metadata, and updates it in place", async () => {
  const answer = await kernel.execute(`
const show = (globalThis as any)[Symbol.for("deep-pessimist.display")];
show({ data: { "text/plain": "a", "image/png": new Uint8Array([1, 2, 3]), "application/json": { x: 1 } },
       metadata: { "image/png": { width: 10 } }, displayId: "d" });
show({ data: { "text/plain": "b" }, displayId: "d", update: true });`);
  expect(types(answer)).toEqual(["execute_input", "display_data", "update_display_data"]);
  const [shown, updated] = answer.messages.slice(2);
  expect(shown?.content).toEqual({
    data: { "text/plain": "a", "image/png": "AQID", "application/json": { x: 1 } },
    metadata: { "image/png": { width: 10 } },
    transient: { display_id: "d" },
  });
  expect(updated?.content).toEqual({
    data: { "text/plain": "b" },
    metadata: {},
    transient: { display_id: "d" },
  });
});

test("a value that says how it is shown is shown so, with text beside", async () => {
  const answer = await kernel.execute(
    '({ [Symbol.for("Jupyter.display")]: async () => ({ "text/html": "<i>x</i>" }) })',
  );
  expect(Object.keys(answer.messages.at(-1)?.content.data)).toEqual(["text/html", "text/plain"]);
});

test("user expressions are evaluated after the cell, each with its own status", async () => {
  const { reply } = await kernel.execute("const seven = 7;", {
    user_expressions: { good: "seven + 1", bad: "nothing" },
  });
  expect(reply.user_expressions.good).toMatchObject({ status: "ok", data: { "text/plain": "8" } });
  expect(reply.user_expressions.bad).toMatchObject({ status: "error", ename: "TypeScriptError" });
});

test("of queued cells, those after a failure are aborted and did not run", async () => {
  const replies = await kernel.call<Answer["reply"][]>("queue", [
    // Long enough for the others to arrive, so that they are queued when the second fails.
    "(globalThis as any).ran = 1;\nawait new Promise((done) => setTimeout(done, 1000));",
    'throw new Error("stop here")',
    "(globalThis as any).ran = 2;",
    "(globalThis as any).ran = 3;",
  ]);
  expect(replies.map(({ status }) => status)).toEqual(["ok", "error", "aborted", "aborted"]);
  expect((await kernel.execute("(globalThis as any).ran")).messages.at(-1)?.content.data["text/plain"]).toBe(
    "1",
  );
});

test("the cell sent at once after a failure's reply runs", async () => {
  for (let i = 0; i < 5; i++) {
    expect((await kernel.execute('throw new Error("expected")')).reply.status).toBe("error");
    expect(printed(await kernel.execute('console.log("ran")'))).toBe("ran\n");
  }
});

test("completion is typed, also behind characters beyond the basic plane", async () => {
  const { reply } = await kernel.request("complete_request", { code: '"😀"; [1, 2].ma', cursor_pos: 14 });
  expect(reply).toMatchObject({ status: "ok", cursor_start: 12, cursor_end: 14 });
  expect(reply.matches).toContain("map");
});

test("inspection tells a signature with its documentation, and says when there is none", async () => {
  await kernel.execute("/** Doubles. */ function twice(x: number) { return 2 * x; }");
  const found = await kernel.request("inspect_request", { code: "twice(3)", cursor_pos: 2, detail_level: 0 });
  expect(found.reply.data["text/plain"]).toContain("function twice(x: number): number");
  const missing = await kernel.request("inspect_request", { code: "  ", cursor_pos: 1, detail_level: 0 });
  expect(missing.reply).toMatchObject({ status: "ok", found: false, data: {} });
});

test("is_complete tells a whole cell from one that goes on", async () => {
  expect((await kernel.request("is_complete_request", { code: "f(1);" })).reply).toEqual({
    status: "complete",
  });
  expect((await kernel.request("is_complete_request", { code: "if (a) {" })).reply).toEqual({
    status: "incomplete",
    indent: "  ",
  });
});

test("comm_info is answered as comm_info, with none", async () => {
  const { type, reply } = await kernel.request("comm_info_request", {});
  expect([type, reply]).toEqual(["comm_info_reply", { status: "ok", comms: {} }]);
});

test.each([
  ["an endless loop", "while (true) {}", "signal"],
  ["an endless wait", "await new Promise(() => {});", "signal"],
  ["an endless wait, asked by message,", "await new Promise(() => {});", "message"],
])("Stop ends %s and keeps the variables of earlier cells", async (_, code, by) => {
  await kernel.execute("const kept = 1;");
  const stopped = await kernel.call<Answer>("stop", code, 0.5, by);
  expect(stopped.reply).toMatchObject({ status: "error", ename: "Interrupted" });
  expect((await kernel.execute("kept")).messages.at(-1)?.content.data["text/plain"]).toBe("1");
});

test("restart forgets the variables and numbers cells from 1", async () => {
  await kernel.execute("const forgotten = 1;");
  await kernel.call("restart");
  const answer = await kernel.execute("forgotten");
  expect(answer.reply).toMatchObject({ status: "error", ename: "TypeScriptError", execution_count: 1 });
});
