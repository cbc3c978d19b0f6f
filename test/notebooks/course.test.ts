import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runNotebook } from "../../scripts/course/run-notebook.mjs";
import { writeSite } from "../../scripts/course/write-site.mjs";
import { auditSite } from "./audit-site.js";
import { lessons, measuredMinutes, statedMinutes } from "./lessons.js";

const jupyter = join(process.cwd(), ".venv", "bin", "jupyter");
const outputFolder = mkdtempSync(join(tmpdir(), "course-"));
const runs: { executed: string; seconds: number }[] = [];

/** Linux gives a network of one's own to whom it trusts; elsewhere the notebooks run in the common one. */
const unplugged = canUnplug();

afterAll(() => rmSync(outputFolder, { recursive: true }));

describe.each(lessons().map((lesson, i) => [lesson.name, i % 3, lesson] as const))(
  `%s with seed %i${unplugged ? ", without a network" : ""}`,
  (name, seed, lesson) => {
    test("runs from top to bottom, every claim holds, and its minutes are true", {
      timeout: 600_000,
    }, async () => {
      const run = await runNotebook(join("notebooks", `${name}.ipynb`), {
        jupyter,
        outputFolder,
        seed,
        unplugged,
      });
      expect(run.problems).toEqual([]);
      runs.push(run);
      expect(Math.max(...run.cellSeconds)).toBeLessThan(60);
      const computed = run.cellSeconds.reduce((sum, seconds) => sum + seconds, 0);
      const share = statedMinutes(lesson) / measuredMinutes(lesson, computed);
      expect(Math.abs(share - 1)).toBeLessThanOrEqual(0.25);
    });
  },
);

test("the site opens from a file, loads nothing, leads from page to page, and anybody can read it", {
  timeout: 300_000,
}, async () => {
  const siteFolder = join(outputFolder, "site");
  await writeSite(runs, { jupyter, siteFolder });
  const { fetched, violations, overflowing, titles, replies, figures } = await auditSite(siteFolder);
  expect(fetched).toEqual([]);
  expect(violations).toEqual([]);
  expect(overflowing).toEqual([]);
  expect(titles).toEqual(lessons().map(({ cells }) => /^# (.*)$/m.exec(cells[0]!.source)![1]));
  expect(Math.min(...replies)).toBeGreaterThanOrEqual(3);
  expect(figures.every(({ described, drawn }) => described && drawn)).toBe(true);
  expect(figures.length).toBeGreaterThanOrEqual(3 * runs.length);
});

function canUnplug(): boolean {
  try {
    execFileSync("unshare", ["--map-root-user", "--net", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
