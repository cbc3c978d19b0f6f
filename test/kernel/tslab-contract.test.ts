import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Compiler, createCompiler } from "../../lib/kernel/tslab/create-compiler.js";
import { fromTslab, resolveFromTslab } from "../../lib/kernel/tslab/from-tslab.js";
import type { JupyterModule, TypeScript } from "../../lib/kernel/tslab/internals.js";

const require = createRequire(import.meta.url);
const packageFolder = process.cwd();
let compiler: Compiler;
beforeAll(() => {
  compiler = createCompiler({ notebookFolder: process.cwd(), packageFolder });
});

/** One test for each internal of tslab that lib/kernel/tslab/internals.ts names. */
describe("tslab 1.0.22", () => {
  test("is the version that these internals were read in, with TypeScript 5.0.4 inside", () => {
    expect(require("tslab/package.json").version).toBe("1.0.22");
    expect(fromTslab<TypeScript>("@tslab/typescript-for-tslab").version).toBe("5.0.4");
  });

  test("converter.convert turns a cell into CommonJS, declarations and the name of the last value", () => {
    const { output, declOutput, diagnostics, lastExpressionVar, hasToplevelAwait } = compiler.convert(
      "",
      "const one: number = await 1;\none + 1",
    );
    expect(diagnostics).toEqual([]);
    expect(hasToplevelAwait).toBe(true);
    expect(output).toContain(`exports.${lastExpressionVar} = one + 1`);
    expect(declOutput).toContain("declare const one: number;");
  });

  test("converter.convert takes the declarations of earlier cells, and rewrites uses of them", () => {
    const { diagnostics, output } = compiler.convert("declare const earlier: number;", "earlier.toFixed();");
    expect(diagnostics).toEqual([]);
    expect(output).toContain("exports.earlier.toFixed()");
  });

  test("converter.convert rewrites shorthand properties with the visitEachChild and the checker that we give it", () => {
    const { diagnostics, output } = compiler.convert(
      "declare let seed: number; declare let rate: number;",
      "const own = 1; const o = { seed, own }; [2].map((seed) => ({ seed })); ({ seed, rate = own } = { seed: 3 } as typeof o & { rate: number });",
    );
    expect(diagnostics).toEqual([]);
    expect(output).toContain("{ seed: exports.seed, own }");
    expect(output).toContain("[2].map((seed) => ({ seed }))");
    expect(output).toContain("({ seed: exports.seed, rate: exports.rate = own } = { seed: 3 })");
  });

  test("converter.convert reports each mistake with its place, zero-based, and its number", () => {
    const { diagnostics, output } = compiler.convert("", '\nconst n: number = "one";');
    expect(output).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      start: { line: 1, character: 6 },
      end: { character: 7 },
      code: 2322,
    });
  });

  test("converter.addModule takes a cell as a module, which convert then emits as a side output", () => {
    expect(compiler.addModule("planted", "export const two = 2;", {})).toEqual([]);
    const { sideOutputs } = compiler.convert("", 'import { two } from "./planted"; two;');
    expect(sideOutputs?.map(({ path }) => path)).toEqual([`${process.cwd()}/planted.js`]);
  });

  test("converter.complete and converter.inspect answer in places of the cell", () => {
    expect(compiler.complete("", "[1].ma", 6)).toMatchObject({ start: 4, end: 6 });
    expect(compiler.printQuickInfo(compiler.inspect("", "const x = 1;", 6)!)).toBe("const x: 1");
    expect(compiler.inspect("", "   ", 1)).toBeUndefined();
  });

  test("isCompleteCode tells whole code from code that goes on", () => {
    expect(compiler.isCompleteCode("f();")).toEqual({ completed: true });
    expect(compiler.isCompleteCode("f(")).toMatchObject({ completed: false });
  });

  test("getCodeMetadata reads @module", () => {
    expect(compiler.getCodeMetadata("/** @module mine */")).toEqual({ module: "mine" });
  });

  test("display writes through lastWriteDisplayData of its jupyter module", () => {
    const shown: unknown[] = [];
    fromTslab<JupyterModule>("./jupyter.js").lastWriteDisplayData = (content) => shown.push(content);
    require("tslab").display.html("<b>x</b>");
    expect(shown).toEqual([{ data: { "text/html": "<b>x</b>" }, metadata: {}, transient: {} }]);
  });

  test("its converter builds its compiler by createWatchCompilerHost and transpileModule, which we replace", () => {
    // Both replacements leave a trace: Node's types alone are global, and each step's source map is remembered.
    expect(compiler.convert("", "document;").diagnostics[0]?.messageText).toContain(
      "Cannot find name 'document'",
    );
    const code = "\n\nconst first = 1;\nthrow new Error(String(first));";
    const { output = "" } = compiler.convert("", code);
    compiler.sourceMaps.name("s.js", output, { label: "cell", linesBefore: 1, source: code });
    const line = output.split("\n").findIndex((text) => text.includes("throw")) + 1;
    expect(compiler.sourceMaps.locate("s.js", line, 7)).toMatchObject({ label: "cell", line: 4, column: 7 });
  });

  test("transpileModule takes our transformer, which guards loops and statements that await", () => {
    const { output = "" } = compiler.convert(
      "",
      "const a = await 1; for (const x of [a]) x; while (a) { await a; }",
    );
    expect(output).toMatch(
      /const a = await 1;\s+exports.a = a;\s+if \(deepPessimistStop\[0\]\)\s+deepPessimistStopHere\(\);/,
    );
    expect(output.match(/deepPessimistStopHere\(\);/g)).toHaveLength(7); // four statements, two loops, one await inside
  });

  test("transpileModule takes our second transformer, which hands over what is called between two awaits", () => {
    const handedOver = (code: string) => {
      const { output = "" } = compiler.convert("", code);
      return [...output.matchAll(/deepPessimistCall\(\(\) => ([^\n;]*)/g)].map((match) => match[1]);
    };
    const text = "declare const f: any, g: any;\n";
    expect(handedOver(`${text}f(1);`)).toEqual([]); // as a whole it can be ended
    expect(handedOver(`${text}const a = await f(g(1));\nconst b = f(2);`)).toEqual(["f(g(1)))", "f(2))"]);
    expect(handedOver(`${text}await 0; for (const x of [1, 2]) f(x);`)).toEqual(["{"]);
    expect(handedOver(`${text}await 0; for (const x of [1, 2]) { f(x); await 1; }`)).toEqual(["f(x))"]);
    expect(
      handedOver(`${text}async function h(): Promise<any> { for (const x of [1, 2]) return f(x); }`),
    ).toEqual([]);
    expect(
      handedOver(`${text}async function h(): Promise<any> { if (f(1)) return f(2); throw g(3); }`),
    ).toEqual(["f(2))", "g(3))"]);
  });

  test("TypeScript's parser and names of kinds serve to take declarations apart", () => {
    const before = "declare const old: string;\ndeclare const both: string;\n";
    const after =
      'import { a, b } from "m";\ndeclare const got: number, not: number;\ndeclare function both(): void;\ninterface I {\n    x: 1;\n}\n';
    const missing = new Set(["not", "both"]);
    expect(compiler.keepDeclarations({ after, before, missing })).toBe(
      'import { a, b } from "m";\ndeclare const got: number;\ninterface I {\n    x: 1;\n}\ndeclare const both: string;\n',
    );
  });

  test("TypeScript's sys.watchFile is where it watches files, so that we can ask them instead", () => {
    const folder = mkdtempSync(join(process.cwd(), ".cache", "contract-"));
    try {
      const name = `./${relative(process.cwd(), folder)}/one.js`;
      writeFileSync(join(folder, "one.ts"), "export const one = 1;\n");
      compiler.convert("", `import { one } from "${name}"; one;`);
      expect(compiler.lookForEdits()).toEqual([]);
      writeFileSync(join(folder, "one.ts"), "export const one = 'one';\n");
      expect(compiler.lookForEdits()).toEqual([join(folder, "one.ts")]);
      const { sideOutputs } = compiler.convert("", `import { one } from "${name}"; one;`);
      expect(sideOutputs?.map(({ path }) => path)).toEqual([join(folder, "one.js")]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("what a program's host has read, and bindSourceFile has bound, is what a cell's import finds", () => {
    const folder = mkdtempSync(join(process.cwd(), ".cache", "contract-"));
    const name = `./${relative(process.cwd(), folder)}/index.js`;
    const read = vi.spyOn(fromTslab<TypeScript>("@tslab/typescript-for-tslab").sys, "readFile");
    try {
      writeFileSync(join(folder, "index.d.ts"), 'export { one } from "./one.js";\n');
      writeFileSync(join(folder, "one.d.ts"), "export declare const one: 1;\n");
      const steps = compiler.readAhead(join(folder, "index.d.ts"));
      while (!steps.next().done);
      read.mockClear();
      const { diagnostics } = compiler.convert("", `import { one } from "${name}"; const two: 2 = one;`);
      expect(diagnostics.map(({ code }) => code)).toEqual([2322]);
      expect(read.mock.calls.filter(([path]) => path.startsWith(folder))).toEqual([]);
      writeFileSync(join(folder, "one.d.ts"), "export declare const one: 2;  \n");
      compiler.lookForEdits();
      expect(compiler.convert("", `import { one } from "${name}"; const two: 2 = one;`).diagnostics).toEqual(
        [],
      );
    } finally {
      read.mockRestore();
      rmSync(folder, { recursive: true });
    }
  });

  test("files above the notebook are emitted under names that tslab takes, and their faults are ours to find", () => {
    const folder = mkdtempSync(join(tmpdir(), "contract-"));
    writeFileSync(join(folder, "above.ts"), "export const above: string = 1;\n");
    const path = join(relative(process.cwd(), folder), "above.js");
    const { diagnostics, sideOutputs } = compiler.convert("", `import { above } from "${path}"; above;`);
    expect(diagnostics.map(({ code, fileName }) => [code, fileName])).toEqual([
      [2322, path.replace(".js", ".ts")],
    ]);
    expect(sideOutputs?.map((output) => output.path)).toEqual([join(folder, "above.js")]);
    rmSync(folder, { recursive: true });
  });

  test("its TypeScript is handed back as it was", () => {
    const typescript = require(resolveFromTslab("@tslab/typescript-for-tslab"));
    expect(Object.getOwnPropertyDescriptor(typescript, "transpileModule")?.get).toBeTypeOf("function");
  });
});
