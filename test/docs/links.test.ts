import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { brokenLinks, repositoryFiles } from "./markdown.js";

const pages = repositoryFiles("*.md");

test("every link and picture of every Markdown file leads somewhere", () => {
  const broken = pages.flatMap((file) =>
    brokenLinks(file, readFileSync(file, "utf8")).map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test("every link and picture in a notebook's prose leads somewhere", () => {
  const broken = repositoryFiles("notebooks/*.ipynb").flatMap((file) => {
    const { cells } = JSON.parse(readFileSync(file, "utf8")) as {
      cells: { cell_type: string; source: string | string[] }[];
    };
    const texts = cells
      .filter((cell) => cell.cell_type === "markdown")
      .map((cell) => [cell.source].flat().join(""));
    return brokenLinks(file, texts.join("\n\n")).map((target) => `${file}: ${target}`);
  });
  expect(broken).toEqual([]);
});

test("a planted link to nowhere, and one to a heading that is not there, are named", () => {
  const page =
    "# A heading, here\n[a](no-such.md) [b](#a-heading-here) [c](#another) `[d](no.md)` [e](https://x.y)";
  expect(brokenLinks("docs/page.md", page)).toEqual(["no-such.md", "#another"]);
});

test("every notebook that a finding of the library sends its reader to is there", () => {
  const named = repositoryFiles("lib/**/*.ts").flatMap((file) =>
    (readFileSync(file, "utf8").match(/notebooks\/[\w-]+\.ipynb/g) ?? []).map((target) => ({ file, target })),
  );
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ target }) => !existsSync(target))).toEqual([]);
});
