import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { docExamples, examplesOf } from "./doc-examples.js";
import { promises, runExample } from "./run-example.js";

/** What an example may name: the exports of its own file, of its folder, and TensorFlow.js as `tf`. */
async function scopeOf(file: string, code: string): Promise<Record<string, unknown>> {
  const folder = file.split("/")[0]!;
  const index = `/lib/${folder}/index.ts`;
  const load = (path: string): Promise<object> => import(/* @vite-ignore */ path);
  return {
    ...(/\btf\./.test(code) ? { tf: await import("@tensorflow/tfjs") } : {}),
    ...(existsSync(`.${index}`) ? await load(index) : {}),
    ...(await load(`/lib/${file}`)),
  };
}

for (const { file, name, code } of docExamples())
  test(`the example of ${name} in lib/${file} holds`, async () => {
    expect(await runExample(code, await scopeOf(file, code))).toEqual([]);
  });

test("an example is found above whatever it stands", () => {
  const source = "/**\n * Adds.\n *\n * @example\n * add(1, 2); // 3\n */\nexport const add = 1;\n";
  expect(examplesOf("core/add.ts", source)).toEqual([
    { file: "core/add.ts", name: "add", code: "add(1, 2); // 3" },
  ]);
});

test("an example that promises another value is caught", async () => {
  const add = (a: number, b: number): number => a + b;
  expect(await runExample("add(1, 2); // 4", { add })).toEqual([
    { line: "add(1, 2)", promised: "4", got: "3" },
  ]);
});

test("a promise may be a value, its text, or an error's words", async () => {
  const fail = (): never => {
    throw new RangeError("too far");
  };
  const code = [
    "const list = [1, 2];",
    "list; // [1, 2]",
    'new Map([["a", 1]]); // Map { "a" => 1 }',
    "fail(); // throws RangeError: too far",
  ].join("\n");
  expect(promises(code)).toBe(3);
  expect(await runExample(code, { fail })).toEqual([]);
});
