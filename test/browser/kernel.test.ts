import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type JupyterLab, startJupyterLab } from "./jupyter-lab.js";
import { NotebookPage, screenshots, writeNotebook } from "./notebook-page.js";
import { openBrowser } from "./open-browser.js";

let lab: JupyterLab;
let browser: Browser;

beforeAll(async () => {
  [lab, browser] = await Promise.all([startJupyterLab(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
  rmSync(join("notebooks", "runs"), { recursive: true, force: true });
});

describe("in a notebook", { timeout: 240_000 }, () => {
  let notebook: NotebookPage;

  beforeAll(async () => {
    const name = writeNotebook("by-keyboard.ipynb", [
      `import { backend, data, models, plots, training } from "../../lib";
await backend.start({ backend: "wasm", quiet: true });
const { train, trainVal } = data.simplifiedScenes({ samples: 200 });
const model = models.leNet({ inputShape: train.shape, classes: train.classes.length });`,
      "const onEpoch = plots.liveLearningCurve();\nconst history = await training.fit(model, train, { epochs: 500, trainVal, progress: true, onEpoch });",
      "[history.stopped, history.epochs.length > 1]",
      "",
    ]);
    notebook = await NotebookPage.open(browser, lab, name);
  }, 180_000);

  /** Points of the live curve, in all its lines. */
  const moving = () => notebook.cell(1).locator(".jp-RenderedHTML svg .points path").count();
  const interactive = () => notebook.cell(1).locator(".js-plotly-plot .points path").count();

  test("run by keyboard, the learning curve moves while the network trains, and Stop leaves the history in its variable", async () => {
    await notebook.select(0);
    await notebook.press("Shift+Enter", "Shift+Enter");
    await expect.poll(moving, { timeout: 90_000 }).toBeGreaterThanOrEqual(4);
    const before = await moving();
    await expect.poll(moving, { timeout: 60_000 }).toBeGreaterThan(before);
    await notebook.shoot("kernel-training");

    await notebook.page.getByRole("button", { name: "Interrupt the kernel" }).click();
    await notebook.cell(1).getByText("Interrupted: the cell was stopped.").waitFor();
    await notebook.ran(1);
    // What stays of the curve is plotly's, with every point that there was.
    await expect.poll(interactive).toBeGreaterThan(before);
    await notebook.shoot("kernel-stopped");

    await notebook.select(2);
    await notebook.press("Shift+Enter");
    await notebook.cell(2).getByText("[ 'aborted', true ]").waitFor();
    await notebook.shoot("kernel-after-stop");
  });

  test("Tab lists the members that the type has, and no others", async () => {
    await notebook.edit(3, "history.epochs[0].");
    await notebook.press("Tab");
    const items = notebook.page.locator(".jp-Completer-item .jp-Completer-match");
    await items.first().waitFor({ timeout: 60_000 });
    await notebook.shoot("kernel-completion");
    const names = await items.allTextContents();
    expect(names).toEqual(expect.arrayContaining(["runningLoss", "testVal", "trainVal"]));
    expect(names).not.toContain("forEach"); // it is one record, not the list
    await notebook.page.keyboard.type("runn");
    await notebook.press("Enter");
    await notebook.edited(3, "history.epochs[0].runningLoss");
  });

  test("Shift-Tab shows a signature with what it is for", async () => {
    await notebook.edit(3, "training.fit");
    await notebook.press("Shift+Tab");
    const tooltip = notebook.page.locator(".jp-Tooltip");
    await tooltip.waitFor();
    expect(await tooltip.textContent()).toMatch(/fit\(model: .*, train: .*Promise<.*Trains a classifier/s);
    await notebook.shoot("kernel-signature");
    await notebook.press("Escape");
  });
});

test("values show themselves as tables and pictures, which follow the theme", {
  timeout: 240_000,
}, async () => {
  const name = writeNotebook("values.ipynb", [
    `import { data, decomposition, search } from "../../lib";
const { train } = data.simplifiedScenes({ samples: 60 });
train`,
    `const rates = { irreducible: 5, train: 20, trainVal: 90, testVal: 95, test: 97 };
const rungs = Object.fromEntries(Object.entries(rates).map(([name, errors]) => [name, { errors, samples: 1000 }]));
decomposition.decomposeError(rungs as any)`,
    `const space = search.space({ rate: search.float(0.001, 1, { log: true }), layers: search.int(1, 4) });
const study = await search.createStudy({ name: "two", seed: 1, space });
await study.optimize(({ parameters: { rate, layers } }) => Math.log(rate) ** 2 + layers, { trials: 8, progress: true });
study`,
  ]);
  const notebook = await NotebookPage.open(browser, lab, name);
  await notebook.select(0);
  await notebook.press("Shift+Enter", "Shift+Enter", "Shift+Enter");
  for (const index of [0, 1, 2]) await notebook.ran(index);
  await notebook.cell(0).getByRole("img", { name: "16 images" }).waitFor();
  await notebook
    .cell(1)
    .getByRole("row", { name: /^variance 7\.0 %/ })
    .waitFor();
  await notebook.cell(2).getByText("8/8 trials").waitFor();
  await notebook
    .cell(2)
    .getByRole("row", { name: /^7 complete/ })
    .waitFor();
  const ink = () =>
    notebook
      .cell(1)
      .locator("td")
      .first()
      .evaluate((cell) => getComputedStyle(cell).color);
  const onLight = await ink();
  await notebook.shoot("kernel-values-light");
  await notebook.command("Theme: JupyterLab Dark");
  await expect.poll(ink, { timeout: 60_000 }).not.toBe(onLight);
  await notebook.shoot("kernel-values-dark");
  await notebook.command("Theme: JupyterLab Light");
  await expect.poll(ink, { timeout: 60_000 }).toBe(onLight);
});

test("npm start opens a course whose first notebook runs from top to bottom after Restart and Run All, with its figures alive", {
  timeout: 300_000,
}, async () => {
  const notebook = await NotebookPage.open(browser, lab, "00-start-here.ipynb");
  const { page } = notebook;
  await notebook.select(0);
  await notebook.command("Restart Kernel and Run All Cells…");
  await page.getByRole("button", { name: "Confirm Kernel Restart" }).waitFor();
  await notebook.press("Enter");
  const cells = await page.locator(".jp-CodeCell").count();
  for (let index = 0; index < cells; index++) await notebook.ran(index);
  expect(await notebook.prompts()).toEqual(Array.from({ length: cells }, (_, i) => `[${i + 1}]:`));

  const errors = await page.locator("[data-mime-type='application/vnd.jupyter.stderr']").allTextContents();
  expect(errors).toHaveLength(1); // the cell that fails on purpose
  expect(errors[0]).toContain("Did you mean to write 'epochs'?");
  expect(await page.getByText("would you like to get notified", { exact: false }).count()).toBe(0);

  const figures = await page.locator(".js-plotly-plot").all();
  expect(figures.length).toBeGreaterThanOrEqual(3);
  for (const [index, figure] of figures.entries()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.screenshot({ path: `${screenshots}/course-figure-${index + 1}.png` });
  }
  await figures[1]!.locator(".nsewdrag").first().hover();
  await page.locator(".hoverlayer .hovertext").first().waitFor(); // it answers the mouse: plotly draws it, not a picture
  await notebook.shoot("course-hover");
});
