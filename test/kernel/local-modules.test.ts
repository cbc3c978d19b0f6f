import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, Probe, printed } from "./support/probe.js";

const folder = mkdtempSync(join(tmpdir(), "deep-pessimist-local-"));
const write = (name: string, source: string) => writeFileSync(join(folder, name), source);
let kernel: Probe;

beforeAll(async () => {
  write("rate.ts", "export const rate: number = 1;\n");
  write("twice.ts", 'import { rate } from "./rate.js";\nexport const twice = (): number => 2 * rate;\n');
  write(
    "fails.ts",
    "/** Two lines before the throw. */\nexport function fails(): never {\n  throw new Error('here');\n}\n",
  );
  kernel = await Probe.start({ cwd: folder });
});
afterAll(() => kernel.stop());

async function value(code: string): Promise<string> {
  const answer = await kernel.execute(code);
  return answer.messages.at(-1)?.content.data?.["text/plain"] ?? JSON.stringify(answer.reply);
}

/** A saved file is noticed by the system's watcher, a moment later. */
async function eventually(code: string, expected: string): Promise<string> {
  const end = Date.now() + 10_000;
  let last = await value(code);
  while (last !== expected && Date.now() < end) last = await value(code);
  return last;
}

test("a file beside the notebook is imported with its types", async () => {
  expect(await value('import { twice } from "./twice.js"; twice()')).toBe("2");
  expect((await kernel.execute("const wrong: string = twice();")).reply.ename).toBe("TypeScriptError");
});

test("a saved edit reaches the next import, also through a file that imports the edited one", async () => {
  write("rate.ts", "export const rate: number = 21;\n");
  expect(await eventually('import { twice } from "./twice.js"; twice()', "42")).toBe("42");
});

test("an error in a file beside the notebook shows that file's own line", async () => {
  const { reply }: Answer = await kernel.execute('import { fails } from "./fails.js";\nfails();');
  expect(reply.traceback).toEqual([
    "Error: here",
    "fails.ts, line 3",
    "> 3 |   throw new Error('here');",
    "    |         ^",
  ]);
});

test("a @module cell is imported by later cells", async () => {
  await kernel.execute("/** @module inline */\nexport const three = 3;");
  expect(await value('import { three } from "./inline"; three')).toBe("3");
});

test("console and Node's modules are known where no types are installed", async () => {
  expect(printed(await kernel.execute('import os from "node:os";\nconsole.log(typeof os.cpus());'))).toBe(
    "object\n",
  );
});

test("a package that neither the notebook nor the kernel has is a type error with its name", async () => {
  const { reply } = await kernel.execute('import x from "no-such-package"; x;');
  expect(reply.evalue).toContain("no-such-package");
});

test("importing the built library warns of nothing", async () => {
  const answer = await kernel.execute(
    'import { randomSource } from "deep-pessimist/core"; typeof randomSource',
  );
  expect(printed(answer, "stderr")).toBe("");
  expect(answer.reply.status).toBe("ok");
});

describe("a notebook deep in a project", () => {
  const project = mkdtempSync(join(tmpdir(), "deep-pessimist-project-"));
  const deep = join(project, "notebooks", "week-1");
  let nested: Probe;
  const run = async (code: string) => {
    const answer = await nested.execute(code);
    return answer.messages.at(-1)?.content.data?.["text/plain"] ?? answer.reply;
  };

  beforeAll(async () => {
    mkdirSync(deep, { recursive: true });
    mkdirSync(join(project, "src", "parts"), { recursive: true });
    writeFileSync(join(project, "tsconfig.json"), '{ "compilerOptions": { "strict": true } } // as ours\n');
    writeFileSync(join(project, "src", "parts", "scale.ts"), "export const scale: number = 3;\n");
    writeFileSync(
      join(project, "src", "measure.ts"),
      'import { scale } from "./parts/scale.js";\nexport function measure(x: number): number {\n  if (x < 0) throw new RangeError("below zero");\n  return scale * x;\n}\n',
    );
    nested = await Probe.start({ cwd: deep });
  });
  afterAll(() => nested.stop());

  test("has strict types where the nearest tsconfig.json asks for them, and only there", async () => {
    const loose = "const found = [1].find((x) => x > 1); found.toFixed; 'ran'";
    expect(await run(loose)).toMatchObject({
      ename: "TypeScriptError",
      evalue: expect.stringContaining("TS18048"),
    });
    expect((await kernel.execute(`try { ${loose.replace("'ran'", "")} } catch {}`)).reply.status).toBe("ok");
  });

  test("imports TypeScript from folders above, with types", async () => {
    expect(await run('import { measure } from "../../src/measure.js";\nmeasure(2)')).toBe("6");
    expect(await run('measure("2");')).toMatchObject({ ename: "TypeScriptError" });
  });

  test("is told that code it has imported was edited, and gets the new one at once when it imports again", async () => {
    writeFileSync(join(project, "src", "parts", "scale.ts"), "export const scale: number = 5;\n");
    const stale = await nested.execute("measure(2)");
    expect(printed(stale, "stderr")).toBe(
      "../../src/parts/scale.ts has changed since it was imported here. To use the new one, import it again.\n",
    );
    expect(await run('import { measure } from "../../src/measure.js";\nmeasure(2)')).toBe("10");
    expect(printed(await nested.execute("measure(2);"), "stderr")).toBe("");
  });

  test("gets new types at once, too", async () => {
    const path = join(project, "src", "measure.ts");
    writeFileSync(path, "export function measure(x: string): string {\n  return x + '!';\n}\n");
    expect(await run('import { measure } from "../../src/measure.js";\nmeasure("2")')).toBe("2!");
  });

  test("is told the line of a type error in a file above", async () => {
    writeFileSync(join(project, "src", "measure.ts"), "\nexport const measure: number = 'one';\n");
    expect(await run('import { measure } from "../../src/measure.js";')).toMatchObject({
      traceback: [
        "TypeScriptError: Type 'string' is not assignable to type 'number'. (TS2322)",
        "../../src/measure.ts, line 2",
        "> 2 | export const measure: number = 'one';",
        "    |              ~~~~~~~",
        "A text is not a number: write it without quotes, or convert it by Number(text).",
        "The types do not fit, so the cell has not run.",
      ],
    });
  });

  test("finds a file that did not exist when it was first asked for", async () => {
    expect(await run('import { late } from "../../src/late.js"; late')).toMatchObject({
      ename: "TypeScriptError",
    });
    writeFileSync(join(project, "src", "late.ts"), "export const late = 1;\n");
    expect(await run('import { late } from "../../src/late.js"; late')).toBe("1");
  });

  test("imports a folder whose package.json sends it to what was built, and is told when that is older", async () => {
    const library = join(project, "library");
    mkdirSync(library);
    mkdirSync(join(project, "built"));
    writeFileSync(
      join(library, "package.json"),
      '{ "main": "../built/index.js", "types": "../built/index.d.ts" }',
    );
    writeFileSync(join(project, "built", "index.js"), "exports.two = 2;\n");
    writeFileSync(join(project, "built", "index.d.ts"), "export declare const two: number;\n");
    expect(await run('import { two } from "../../library"; two')).toBe("2");
    const twoTs = "export const two = 22;\n";
    writeFileSync(join(library, "two.ts"), twoTs);
    const built = join(project, "built", "two.js.map");
    writeFileSync(
      built,
      JSON.stringify({ version: 3, sources: ["../library/two.ts"], sourcesContent: [twoTs] }),
    );
    const cloned = await nested.execute('import { two } from "../../library"; two');
    expect(printed(cloned, "stderr")).toBe(""); // later than what was built, but it is what was built
    writeFileSync(join(library, "two.ts"), "export const two = 2222;\n");
    const edited = await nested.execute('import { two } from "../../library"; two');
    expect(printed(edited, "stderr")).toMatch(/^two\.ts has been edited since the library was built\./);
  });

  test("is told that what was built has been built anew, and not when that made no difference", async () => {
    const { type, code } = {
      type: join(project, "built", "index.d.ts"),
      code: join(project, "built", "index.js"),
    };
    await run("await new Promise((done) => setTimeout(done, 400));"); // what was imported is remembered a moment after
    writeFileSync(type, readFileSync(type));
    writeFileSync(code, readFileSync(code));
    expect(printed(await nested.execute("two"), "stderr")).toBe("");
    writeFileSync(type, "export declare const two: number; // anew\n");
    writeFileSync(code, "exports.two = 3;\n");
    expect(printed(await nested.execute("two"), "stderr")).toMatch(
      /has been built anew .* restart the kernel\.\n$/,
    );
  });

  test("is not told of a file that was saved as it was", async () => {
    writeFileSync(join(project, "src", "same.ts"), "export const same = 1;\n");
    expect(await run('import { same } from "../../src/same.js"; same')).toBe("1");
    await nested.execute("same"); // has looked for edits
    writeFileSync(join(project, "src", "same.ts"), "export const same = 1;\n");
    expect(printed(await nested.execute("same"), "stderr")).toBe("");
  });
});
