import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Figure } from "../../../lib/core/index.js";
import { createStudy, float, showOnDashboard, space, sqliteStore } from "../../../lib/search/index.js";
import { openBrowser } from "../../browser/open-browser.js";
import { peerProgram, peersMissing } from "../search-peers.js";
import { freePort } from "./free-port.js";

const missing = peersMissing();
if (missing !== undefined) console.warn(`Not run: ${missing}`);

const screenshots = ".cache/screenshots";

const shares: Figure = {
  data: [{ type: "bar", x: ["rate", "momentum"], y: [0.8, 0.2], error_y: { array: [0.1, 0.05] } }],
  layout: { title: { text: "Shares of our own" } },
  reading: "The rate matters most.",
};

async function makeStudy(path: string): Promise<void> {
  const store = await sqliteStore(path);
  const study = await createStudy({
    ...{ name: "network", storage: store },
    space: space({ rate: float(1e-4, 1, { log: true }), momentum: float(0, 1) }),
  });
  await study.optimize(
    ({ parameters: { rate, momentum } }) => (Math.log10(rate) + 2) ** 2 + (momentum - 0.5) ** 2,
    { trials: 30 },
  );
  showOnDashboard(store, "network", {
    figures: { shares },
    note: "## Where it stands\n\nThe *rate* matters most.",
  });
  store.close();
}

/** The stock dashboard on a file, and its address once it answers. */
async function startDashboard(path: string): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const args = [`sqlite:///${path}`, "--host", "127.0.0.1", "--port", `${port}`];
  const server = spawn(peerProgram("optuna-dashboard"), args, { stdio: "ignore" });
  const address = `http://127.0.0.1:${port}`;
  while (
    server.exitCode === null &&
    !(await fetch(`${address}/api/studies`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    address,
    async stop() {
      const ended = once(server, "exit");
      server.kill("SIGKILL");
      await ended;
    },
  };
}

test.runIf(missing === undefined)(
  "optuna-dashboard shows our study with our figure and our note",
  {
    timeout: 120_000,
  },
  async () => {
    mkdirSync(screenshots, { recursive: true });
    const folder = mkdtempSync(join(tmpdir(), "dashboard-"));
    const path = join(folder, "studies.db");
    await makeStudy(path);
    const [dashboard, browser] = await Promise.all([startDashboard(path), openBrowser()]);
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 2200 } });
      await page.goto(`${dashboard.address}/dashboard/studies/1`);
      const figure = page.getByText("Shares of our own");
      await figure.waitFor({ timeout: 60_000 });
      expect(await page.locator(".js-plotly-plot").count()).toBeGreaterThanOrEqual(3); // its own panels, too
      await figure.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${screenshots}/optuna-dashboard.png` });
      await page.goto(`${dashboard.address}/dashboard/studies/1/note`);
      await page.getByText("Where it stands").first().waitFor({ timeout: 60_000 });
      await page.screenshot({ path: `${screenshots}/optuna-dashboard-note.png` });
    } finally {
      await browser.close();
      await dashboard.stop();
      rmSync(folder, { recursive: true });
    }
  },
);
