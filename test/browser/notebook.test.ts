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
  lab = await startJupyterLab();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});

/** A notebook without side panels, its kernel ready. */
async function openNotebook(name: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
  await page.goto(lab.address(`/doc/tree/${name}`));
  await page.getByText("TypeScript (Deep Pessimist) | Idle").waitFor({ timeout: 60_000 });
  return page;
}

/** Runs every cell as a reader does, and waits until each has its number. */
async function runAll(page: Page): Promise<void> {
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByText("Run All Cells", { exact: true }).click();
  const allNumbered = () => {
    const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
    return prompts.length > 0 && prompts.every(({ textContent }) => /\[\d+\]/.test(textContent ?? ""));
  };
  await page.waitForFunction(allNumbered, undefined, { timeout: 240_000 });
}

test("npm start opens a course whose first notebook runs from top to bottom, with its figures alive", {
  timeout: 300_000,
}, async () => {
  const page = await openNotebook("00-start-here.ipynb");
  await runAll(page);

  const errors = await page.locator("[data-mime-type='application/vnd.jupyter.stderr']").allTextContents();
  expect(errors).toHaveLength(1); // the cell that fails on purpose
  expect(errors[0]).toContain("Did you mean to write 'epochs'?");
  expect(await page.getByText("would you like to get notified", { exact: false }).count()).toBe(0);

  const figures = await page.locator(".js-plotly-plot").all();
  expect(figures).toHaveLength(3);
  for (const [index, figure] of figures.entries()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.screenshot({ path: `${screenshots}/00-figure-${index + 1}.png` });
  }
  await figures[1]!.locator(".nsewdrag").first().hover();
  await page.locator(".hoverlayer .hovertext").first().waitFor(); // it answers the mouse: plotly draws it, not a picture
  await page.screenshot({ path: `${screenshots}/00-start-here.png` });
});
