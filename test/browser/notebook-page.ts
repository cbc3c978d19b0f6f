import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import type { JupyterLab } from "./jupyter-lab.js";

/** Where the test run keeps them; git ignores it. */
export const screenshots = ".cache/screenshots";

/** Longer than a starting kernel or a cell takes on a busy machine. */
const patience = { timeout: 120_000 };

/** Writes a notebook of these cells below notebooks/, into a folder that git ignores. */
export function writeNotebook(name: string, sources: readonly string[]): string {
  const path = join("runs", name);
  const cells = sources.map((source, i) => ({
    ...{ cell_type: "code", execution_count: null, id: `c${i}`, metadata: {}, outputs: [], source },
  }));
  const metadata = {
    kernelspec: {
      ...{
        name: "deep-pessimist",
        display_name: "TypeScript (Deep Pessimist)",
        language: "typescript",
      },
    },
  };
  mkdirSync(dirname(join("notebooks", path)), { recursive: true });
  writeFileSync(join("notebooks", path), JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

/** A notebook in JupyterLab, without side panels. */
export class NotebookPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Returns when the kernel is ready. Pages stay open: a Chromium of one process ends with the first that is closed. */
  static async open(browser: Browser, lab: JupyterLab, name: string): Promise<NotebookPage> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.goto(lab.address(`/doc/tree/${name}`));
    const notebook = new NotebookPage(page);
    await notebook.idle();
    return notebook;
  }

  async idle(): Promise<void> {
    await this.page.getByText("TypeScript (Deep Pessimist) | Idle").waitFor(patience);
  }

  cell(index: number): Locator {
    return this.page.locator(".jp-CodeCell").nth(index);
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the reader on a cell, outside its text. */
  async select(index: number): Promise<void> {
    await this.cell(index).locator(".jp-InputPrompt").click();
  }

  /** Types this in the place of what the cell says. */
  async edit(index: number, text: string): Promise<void> {
    await this.select(index);
    await this.press("Enter", "ControlOrMeta+a", "Backspace");
    await this.page.keyboard.type(text);
  }

  /** Returns when a line of the cell says this. */
  async edited(index: number, text: string): Promise<void> {
    await this.cell(index).locator(".cm-line", { hasText: text }).waitFor(patience);
  }

  /** What stands at the left of each cell. */
  prompts(): Promise<string[]> {
    return this.page.locator(".jp-CodeCell .jp-InputPrompt").allTextContents();
  }

  /** Returns when this cell has run. */
  async ran(index: number): Promise<void> {
    await this.cell(index)
      .locator(".jp-InputPrompt", { hasText: /\[\d+\]/ })
      .waitFor(patience);
  }

  /** Runs a command of JupyterLab by its name, without the mouse. */
  async command(name: string): Promise<void> {
    await this.press("ControlOrMeta+Shift+C");
    const palette = this.page.getByPlaceholder("SEARCH", { exact: false });
    await palette.waitFor(patience);
    await this.page.keyboard.type(name);
    await this.page.locator(".lm-CommandPalette-item.lm-mod-active", { hasText: name }).waitFor(patience);
    await this.press("Enter");
  }

  async shoot(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }
}
