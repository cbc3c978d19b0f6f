import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { openBrowser } from "../browser/open-browser.js";

/** What a look at every page of the site found. */
export interface SiteAudit {
  /** Addresses that a page asked the network for. */
  fetched: string[];
  /** Axe's, as "page: rule: element". */
  violations: string[];
  /** Pages that are wider than their window. */
  overflowing: string[];
  /** The headings, from the first page on, by following the links to the next one. */
  titles: string[];
  /** How many answers of the course, results of cells, each lesson shows. */
  replies: number[];
  /** Every figure: whether it has words, and whether it was drawn. */
  figures: { described: boolean; drawn: boolean }[];
}

/** How the site is looked at: each width with a colour scheme. */
const looks = [
  { width: 1280, height: 900, colorScheme: "light" },
  { width: 375, height: 700, colorScheme: "dark" },
] as const;

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Goes through the site as a reader does, from the contents on, with axe beside. */
export async function auditSite(folder: string): Promise<SiteAudit> {
  const audit: SiteAudit = {
    fetched: [],
    violations: [],
    overflowing: [],
    titles: [],
    replies: [],
    figures: [],
  };
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.on("request", (request) => {
      if (/^https?:/.test(request.url())) audit.fetched.push(request.url());
    });
    for (const { width, height, colorScheme } of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto(`file://${join(folder, "index.html")}`);
      await look(page, audit, colorScheme);
      let next = page.locator(".cards a").first();
      while ((await next.count()) > 0) {
        await next.click();
        await page.waitForLoadState("load");
        await look(page, audit, colorScheme);
        if (colorScheme === "light") await readPage(page, audit);
        next = page.locator(".bottom a", { hasText: "→" });
      }
    }
    return audit;
  } finally {
    await browser.close();
  }
}

/** Axe's word on a page, and whether it fits its window. */
async function look(page: Page, audit: SiteAudit, colorScheme: string): Promise<void> {
  const name = `${page.url().split("/").at(-1)}, ${colorScheme}`;
  await page.addScriptTag({ path: axe });
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  audit.violations.push(
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${name}: ${id}: ${html.slice(0, 200)}`),
    ),
  );
  const wide = await page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
  if (wide) audit.overflowing.push(name);
}

async function readPage(page: Page, audit: SiteAudit): Promise<void> {
  audit.titles.push((await page.locator("h1").textContent())!.trim());
  audit.replies.push(await page.getByText("Not attempted yet.").count());
  const figures = await page.locator("figure img").evaluateAll((images) =>
    images.map((image) => {
      const { alt, naturalWidth } = image as unknown as { alt: string; naturalWidth: number };
      return { described: alt.length > 20, drawn: naturalWidth > 100 };
    }),
  );
  audit.figures.push(...figures);
}
