import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { runCommandLine } from "../../../lib/cli/run-command-line.js";

const folder = mkdtempSync(join(tmpdir(), "bad-programs-"));
const storage = join(folder, "studies.db");
const library = resolve("lib/search/index.ts");

afterAll(() => rmSync(folder, { recursive: true }));

/** A program of these lines. */
function program(name: string, ...lines: string[]): string {
  const file = join(folder, `${name}.mts`);
  writeFileSync(
    file,
    `import { float, searchProgram, space, tpe } from "${library}";\n${lines.join("\n")}\n`,
  );
  return file;
}

async function refusal(...args: string[]): Promise<string> {
  const err = vi.spyOn(console, "error").mockImplementation(() => {});
  const code = await runCommandLine(["search", ...args]);
  const text = err.mock.calls.join("\n");
  vi.restoreAllMocks();
  expect([code, text.match(/^ +at .*(?:node:|node_modules|\/lib\/)/m)]).toEqual([2, null]);
  return text;
}

test.each<[string, string, string]>([
  ["reversed", "export default { space: space({ x: float(2, 1) }) };", "bounds 2 and 1, which are reversed"],
  ["throws", 'throw new Error("no data");', "throws.mts threw: no data"],
  ["throws-nothing", "throw undefined;", "throws-nothing.mts threw: undefined"],
  ["syntax", "export default { name: ;", "syntax.mts:2:24"],
  ["nothing", "export const a = 1;", "exports no search, for it has no default"],
  ["function", "export default () => 1;", "exports a function, which is no search"],
  ["name", "export default { name: 7, objective() {} };", "a search whose name is 7"],
  ["objective", 'export default { name: "s" };', "a search whose objective is undefined"],
  ["misspelt", 'export default { name: "s", objectve() {} };', 'write "objective" instead of "objectve"'],
  ["sampler", 'export default { name: "s", objective() {}, trials: 1, sampler: tpe };', "sampler: tpe()"],
  ["trials", 'export default { name: "s", objective() {}, trials: "5" };', 'trials: "5" in the program "s"'],
])("a program's mistake is said in its own words, and no file is made: %s", async (name, line, words) => {
  expect(await refusal("run", program(name, line), "--storage", storage)).toContain(words);
  expect(existsSync(storage)).toBe(false);
});

test("the user's own line is shown, and no other", async () => {
  const file = program("own-line", "const settings = undefined;", "settings.name;");
  expect(await refusal("run", file)).toContain(`    at ${file}:3:10\n    3 | settings.name;\n      `);
});

test("a program that is not loaded in time is named, with the option that gives it longer", async () => {
  const file = program("never", "await new Promise(() => {});");
  const text = await refusal("run", file, "--load-timeout", "0.05");
  expect(text).toMatch(/never\.mts was not loaded within 0\.05 s\.[\s\S]*--load-timeout 600/);
});

test.each<[string[], string]>([
  [["--workers", "abc"], '--workers is "abc".\n  Expected: a whole number from 1.'],
  [["--workers", "1e9"], "Expected: a whole number from 1 to 10,000."],
  [["--workers"], "got --workers without its value."],
  [["--workers", "-1"], "got --workers without its value."],
  [["--trials=0"], '--trials is "0".'],
  [["--retries=-1"], '--retries is "-1".\n  Expected: a whole number from 0.'],
  [["--trial-timeout", "0"], "--trial-timeout is 0.\n  Expected: a number above 0."],
  [["--trial-memory=-5"], "--trial-memory is -5."],
  [["--workrs", "2"], "write --workers instead of --workrs."],
])("run %j is refused, and no file is made", async (options, words) => {
  const file = program(
    "plain",
    'export default searchProgram({ name: "s", objective: () => 1, trials: 1 });',
  );
  expect(await refusal("run", file, "--storage", storage, ...options)).toContain(words);
  expect(existsSync(storage)).toBe(false);
});

/** In a process of its own, for it is about the process. */
function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const line = ["--import", "tsx", "lib/cli/main.ts", "search", "run", ...args, "--json"];
  return spawnSync(process.execPath, line, { encoding: "utf8", timeout: 60_000 });
}

test("a program may chatter and leave timers: with --json the result alone is printed, and the command ends", () => {
  const lines = [
    'console.log("loading");',
    "setInterval(() => {}, 1000);",
    'export default searchProgram({ name: "s", objective() { console.log("trial"); return 1; }, trials: 1 });',
  ];
  const { status, stdout } = run(program("chatter", ...lines), "--storage", storage);
  expect([status, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ name: "s" })]);
});

test("a promise that a program rejects and nobody awaits is named with its line, and with no stack", () => {
  const lines = [
    'Promise.reject(new Error("no data"));',
    "setInterval(() => {}, 1000);",
    "await new Promise(() => {});",
  ];
  const file = program("floating", ...lines);
  const { status, stdout, stderr } = run(file);
  expect([status, stderr]).toEqual([2, ""]);
  expect(JSON.parse(stdout).error.got).toContain(`${file} threw: no data\n    at ${file}:2:16\n`);
});

test.each<[string, string, string]>([
  ["its line", 'Promise.reject(new Error("no data"));', "no data\n    at FILE:3:18\n"],
  [
    "no more than its file",
    "void readFile('data.csv');",
    "ENOENT: no such file or directory, open 'data.csv'\n  Exp",
  ],
])("what a program rejects during the search is shown with %s, and with no stack", (_, line, words) => {
  const lines = [
    'import { readFile } from "node:fs/promises"; const sampler = { name: "rejects", suggest() {',
    `  ${line}`,
    "  return { x: 0.5 };",
    "} };",
    "const objective = () => new Promise(() => {});",
    'export default searchProgram({ name: "later", space: space({ x: float(0, 1) }), sampler, objective, trials: 1 });',
  ];
  const file = program("later", ...lines);
  const { status, stderr } = run(file, "--storage", ":memory:");
  const text = `deep-pessimist: FILE threw, outside of its objective: ${words}`.replaceAll("FILE", file);
  expect([status, stderr]).toEqual([2, expect.stringContaining(text)]);
  expect(stderr).not.toContain("node:internal");
});

test.each<[string, string]>([
  ["ends the process", "process.exit(0);"],
  ["waits for ever", "await new Promise(() => {});"],
])("a program that %s where it is loaded could not run", (name, line) => {
  const { status, stderr } = run(program(name.replaceAll(" ", "-"), line, "export default 1;"));
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining("ended the process, or waits for what never"),
  ]);
});
