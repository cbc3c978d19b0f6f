import { afterAll, beforeAll, expect, test } from "vitest";
import { Probe, printed, types } from "./support/probe.js";

let kernel: Probe;
beforeAll(async () => {
  kernel = await Probe.start();
});
afterAll(() => kernel.stop());

/** What the reader of a failed cell sees. */
async function traceback(code: string): Promise<string[]> {
  const answer = await kernel.execute(code);
  expect(answer.reply.status).toBe("error");
  const { content } = answer.messages.at(-1)!;
  expect(answer.reply).toMatchObject(content);
  expect(content.traceback.length).toBeLessThanOrEqual(8);
  expect(content.traceback.join("\n")).not.toMatch(/tslab|node:|dist\/kernel|exports\./);
  return content.traceback.map((line: string) => line.replace(/cell \[\d+\]/, "cell [n]"));
}

test("an error is sent once, as an error message, and its content is the reply's too", async () => {
  const answer = await kernel.execute('throw new RangeError("too big")');
  expect(types(answer)).toEqual(["execute_input", "error"]);
  expect(answer.reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "too big" });
});

test("a run-time error shows the line as it was written, types and comments included", async () => {
  expect(
    await traceback(`// a comment
interface Row { x: number }

const rows: Row[] = [];
const first: number = rows[0].x;`),
  ).toEqual([
    "TypeError: Cannot read properties of undefined (reading 'x')",
    "cell [n], line 5",
    "> 5 | const first: number = rows[0].x;",
    "    |                               ^",
    "What stands before .x is undefined: it was not set, or the index is outside the list.",
  ]);
});

test("after an await the line is right too", async () => {
  expect(
    await traceback(`await Promise.resolve();
const nothing = undefined as any;
nothing.x`),
  ).toEqual([
    "TypeError: Cannot read properties of undefined (reading 'x')",
    "cell [n], line 3",
    "> 3 | nothing.x",
    "    |         ^",
    "What stands before .x is undefined: it was not set, or the index is outside the list.",
  ]);
});

test("a type error stops the cell before it runs, and says where and that it has not run", async () => {
  const answer = await kernel.execute('console.log("ran");\nconst n: number = "one";');
  expect(printed(answer)).toBe("");
  expect(await traceback('console.log("ran");\nconst n: number = "one";')).toEqual([
    "TypeScriptError: Type 'string' is not assignable to type 'number'. (TS2322)",
    "cell [n], line 2",
    '> 2 | const n: number = "one";',
    "    |       ~",
    "A text is not a number: write it without quotes, or convert it by Number(text).",
    "The types do not fit, so the cell has not run.",
  ]);
});

test("of several type errors the first is shown and the others' lines are named", async () => {
  const lines = await traceback("const a: number = 'a';\nconst b: number = 'b';\n[1].mapp(String);");
  expect(lines.at(-1)).toBe("The types do not fit, so the cell has not run. More errors: line 2, line 3.");
});

test("a UsageError shows its three parts, the function that refused and the line that called it", async () => {
  expect(
    await traceback(`import { checkOptions } from "../dist/core/index.js";
checkOptions("fit", { epchs: 3 } as object, ["epochs"]);`),
  ).toEqual([
    'UsageError: fit got the option "epchs", which it does not have.',
    '  Expected: one of "epochs".',
    '  To fix:   write "epochs" instead of "epchs".',
    "cell [n], line 2, in checkOptions()",
    '> 2 | checkOptions("fit", { epchs: 3 } as object, ["epochs"]);',
    "    |             ^",
  ]);
});

test("a cause is told in one line", async () => {
  const lines = await traceback('throw new Error("outer", { cause: new TypeError("inner") });');
  expect(lines.at(-1)).toBe("Caused by TypeError: inner");
});

test("a thrown value that is no Error is told with advice", async () => {
  expect(await traceback('throw { reason: "odd" };')).toEqual([
    "Thrown: { reason: 'odd' }",
    "A thrown value has no line; to see where it came from, throw new Error(…).",
  ]);
});

test("a very long message is cut, and the place stays", async () => {
  const lines = await traceback('throw new Error("line\\n".repeat(50));');
  expect(lines).toHaveLength(8);
  expect(lines).toContain("cell [n], line 1");
});

test("error.stack, where a cell prints it, tells lines as written and no machinery", async () => {
  const answer = await kernel.execute(`try {
  throw new Error("seen");
} catch (error) { console.log((error as Error).stack); }`);
  expect(printed(answer)).toMatch(/^Error: seen\n {4}at cell \[\d+\]:2:9\n$/);
});

test("a rejected promise that nobody awaits fails the cell that made it", async () => {
  expect(await traceback('Promise.reject(new Error("nobody waits"));')).toContain("Error: nobody waits");
});

test("work that fails after its cell has ended fails the next cell, which is told whose work it was", async () => {
  const first = await kernel.execute('setTimeout(() => { throw new Error("late"); }, 400);');
  expect(first.reply.status).toBe("ok");
  await kernel.call("late", 0.6);
  const lines = await traceback('"next";');
  expect(lines[0]).toMatch(
    /^BackgroundFailure: What cell \[n\] left running failed after the cell had ended/,
  );
  expect(lines.at(-1)).toBe("Caused by Error: late");
  expect((await kernel.execute('"after"')).reply.status).toBe("ok");
});

test("process.exit in a cell fails the cell and leaves the kernel alive", async () => {
  expect((await traceback("process.exit(0);"))[0]).toBe("UsageError: process.exit(0) was called.");
  expect(await kernel.call("alive")).toBe(true);
});

test("process.exit that a cell catches fails it all the same", async () => {
  expect((await traceback("try { process.exit(0); } catch {}"))[0]).toBe(
    "UsageError: process.exit(0) was called.",
  );
});

test("an error whose own properties throw fails its cell, and the kernel goes on", async () => {
  expect(
    await traceback('throw Object.defineProperty(new Error(), "message", { get() { throw 1; } });'),
  ).toEqual(["Error: an error was thrown that cannot be shown."]);
  expect((await kernel.execute("1")).reply.status).toBe("ok");
});
