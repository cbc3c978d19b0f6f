import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type JupyterLab, startJupyterLab } from "./jupyter-lab.js";
import { openBrowser } from "./open-browser.js";

const screenshots = ".cache/screenshots";
let lab: JupyterLab;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  [lab, browser] = await Promise.all([startJupyterLab("."), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

/** A notebook in a workspace of its own, so that no panel of an earlier test is restored beside it. */
async function openNotebook(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
  await page.goto(`${lab.url}/doc/workspaces/${Date.now()}/tree/${path}?token=${lab.token}&reset`);
  await page.getByText("Deep Pessimist", { exact: false }).first().waitFor();
  await page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").waitFor({ timeout: 60_000 });
  return page;
}

/** Runs every cell as a reader does, and waits until the last one has its number. */
async function runAll(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByText("Run All Cells", { exact: true }).click();
  await page.waitForFunction(
    () => {
      const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map(
        (e) => e.textContent,
      );
      return prompts.length > 0 && prompts.every((text) => /\[\d+\]/.test(text ?? ""));
    },
    undefined,
    { timeout: 240_000 },
  );
}

test("00-start-here runs from top to bottom in JupyterLab, with its figures alive", {
  timeout: 300_000,
}, async () => {
  const page = await openNotebook("notebooks/00-start-here.ipynb");
  await runAll(page);
  expect(await page.locator(".js-plotly-plot").count()).toBeGreaterThanOrEqual(3);
  const errors = await page
    .locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.error']")
    .allTextContents();
  expect(errors).toHaveLength(1); // the cell that fails on purpose
  expect(errors[0]).toContain("epochs");
  await page.screenshot({ path: `${screenshots}/00-start-here.png` });
  for (const [index, figure] of (await page.locator(".js-plotly-plot").all()).entries()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.screenshot({ path: `${screenshots}/00-figure-${index + 1}.png` });
  }
});
