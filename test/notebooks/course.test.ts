import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runNotebook } from "../../scripts/course/run-notebook.mjs";
import { writeSite } from "../../scripts/course/write-site.mjs";

const jupyter = join(process.cwd(), ".venv", "bin", "jupyter");
const outputFolder = mkdtempSync(join(tmpdir(), "course-"));
const notebooks = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const runs: { executed: string; seconds: number }[] = [];

afterAll(() => rmSync(outputFolder, { recursive: true }));

describe.each(notebooks)("%s", (name) => {
  test("runs from top to bottom, and every cell of it ran", { timeout: 600_000 }, async () => {
    const run = await runNotebook(join("notebooks", name), { jupyter, outputFolder });
    expect(run.problems).toEqual([]);
    runs.push(run);
  });
});

test("the executed notebooks become pages with their figures, that load nothing from the network", async () => {
  const index = await writeSite(runs, { jupyter, siteFolder: join(outputFolder, "site") });
  const pages = readdirSync(join(outputFolder, "site"));
  expect(pages).toHaveLength(notebooks.length + 1);
  const { openBrowser } = await import("../browser/open-browser.js");
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const fetched: string[] = [];
    page.on("request", (request) => {
      if (/^https?:/.test(request.url())) fetched.push(request.url());
    });
    await page.goto(`file://${index}`);
    await page.getByRole("link", { name: "01 · Start simple" }).click();
    await page.getByText(/^Of [\d.]+ % test error/).waitFor();
    expect(fetched).toEqual([]);
  } finally {
    await browser.close();
  }
});
