import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { makeRun } from "../../bench/next-steps/make-run.js";
import { planRun } from "../../bench/next-steps/plan-run.js";
import { modelReport } from "../../lib/cli/report/model-report.js";
import { writeReport } from "../../lib/cli/report/write-report.js";
import { decomposeError, ladderFromLogs } from "../../lib/decomposition/index.js";
import { openBrowser } from "./open-browser.js";

test("a report opens from a file, asks nobody for anything, fits a phone, and follows the theme", async () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const file = join(folder, "report.html");
  const { logs } = makeRun(planRun("distributionShift", 0, "tuning", 1));
  await writeReport(file, modelReport(decomposeError(ladderFromLogs(logs)), logs, { irreducible: 0 }));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    const look = () =>
      page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        paper: getComputedStyle(document.querySelector("figure rect")!).fill,
        drawings: document.querySelectorAll("figure > svg").length,
        overflow: document.documentElement.scrollWidth - innerWidth,
      }));
    await page.emulateMedia({ colorScheme: "light" });
    expect(await look()).toEqual({
      ground: "rgb(246, 248, 250)",
      paper: "rgb(255, 255, 255)",
      drawings: 4,
      overflow: 0,
    });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await look()).toEqual({
      ground: "rgb(13, 13, 13)",
      paper: "rgb(23, 23, 23)",
      drawings: 4,
      overflow: 0,
    });
    expect([asked, complaints]).toEqual([[pathToFileURL(file).href], []]);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
