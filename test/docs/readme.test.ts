import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandTable } from "../../lib/cli/command-table.js";
import { codeBlocks, repositoryFiles } from "./markdown.js";
import { promises, runExample } from "./run-example.js";

const readme = readFileSync("README.md", "utf8");
const pages = repositoryFiles("*.md").map((file) => ({ file, text: readFileSync(file, "utf8") }));

/** `deep-pessimist` and its folders, as a user's program finds them. */
function load(module: string): Promise<unknown> {
  const folder = /^deep-pessimist(?:\/(\w+))?$/.exec(module)?.[1];
  if (!module.startsWith("deep-pessimist")) return import(/* @vite-ignore */ module);
  return import(/* @vite-ignore */ folder === undefined ? "/lib/index.ts" : `/lib/${folder}/index.ts`);
}

test("the README's programs run and print what they say", async () => {
  const programs = codeBlocks(readme, "ts");
  expect(programs.map(promises).every((count) => count > 0)).toBe(true);
  for (const program of programs) expect(await runExample(program, {}, load)).toEqual([]);
});

test("every npm script that a page names is there", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const wrong = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g)]
      .map((match) => (match[1] ?? match[2])!)
      .filter((name) => scripts[name] === undefined || !existsSync(scripts[name].split(" ")[1]!))
      .map((name) => `${file}: npm run ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("every command of deep-pessimist that a page names is there", () => {
  const wrong = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/npx deep-pessimist ([a-z]+)/g)]
      .map((match) => match[1]!)
      .filter((name) => !(name in commandTable))
      .map((name) => `${file}: ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("a bare `pessimist`, which is somebody else's package, is never to be typed", () => {
  expect(pages.filter(({ text }) => /npx pessimist\b/.test(text)).map(({ file }) => file)).toEqual([]);
});
