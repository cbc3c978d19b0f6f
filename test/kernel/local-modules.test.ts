import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
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
