import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { themedSvg } from "../../lib/cli/report/themed-svg.js";
import { runCommandLine } from "../../lib/cli/run-command-line.js";
import { writePredictionLog } from "../../lib/decomposition/index.js";

const folder = mkdtempSync(join(tmpdir(), "report-"));
const at = (name: string) => join(folder, name);
const splits = { train: 0.05, trainVal: 0.05, testVal: 0.05, test: 0.05 };
const logs = Object.keys(splits).map((split) => at(`${split}.parquet`));

/** 2,000 samples; the model is wrong in one of twenty, and of those at night in the test distribution in every second one. */
function write(split: string, run: string): Promise<void> {
  const rows = Array.from({ length: 2000 }, (_, i) => i);
  const isNight = (i: number) => (split.startsWith("test") ? i % 5 === 0 : i % 50 === 0);
  const isWrong = (i: number) => i % 20 === 7 || (split.startsWith("test") && i % 10 === 0);
  const fraction = (i: number) => ((i + split.length * 7919) * 0.618034) % 1;
  return writePredictionLog(at(`${split}.parquet`), {
    ...{ split, run, classes: ["street", "person <&>"] },
    ids: rows.map((i) => `${split}/${i}`),
    labels: Int32Array.from(rows, (i) => i % 2),
    probabilities: Float32Array.from(
      rows.flatMap((i) => {
        const sure = 0.55 + 0.3 * fraction(i);
        return (i % 2 === 0) === !isWrong(i) ? [sure, 1 - sure] : [1 - sure, sure];
      }),
    ),
    tags: { night: Float32Array.from(rows, (i) => Number(isNight(i))) },
  });
}

async function decompose(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, "log").mockImplementation(() => {});
  const err = vi.spyOn(console, "error").mockImplementation(() => {});
  const code = await runCommandLine(["decompose", ...logs, "--irreducible", "0.05", "--no-figure", ...args]);
  const run = { code, out: out.mock.calls.join("\n"), err: err.mock.calls.join("\n") };
  vi.restoreAllMocks();
  return run;
}

beforeAll(async () => {
  for (const split of Object.keys(splits)) await write(split, "run <7>");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("decompose LOG… --report FILE.html", () => {
  test("writes one page that loads nothing and holds every drawing, reading and step", async () => {
    const { code, out } = await decompose("--report", at("report.html"));
    expect([code, out.split("\n").at(-1)]).toEqual([0, `Report written to ${at("report.html")}`]);
    const page = readFileSync(at("report.html"), "utf8");
    expect(page.replaceAll(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(
      /https?:|<script|<link|<img|url\(["']?[^#"']|@import/,
    );
    for (const text of [
      "What to do next",
      "Where the errors sit",
      "What is taken for what",
      "be believed",
      "Metrics on testVal",
    ])
      expect(page).toContain(text);
    expect(page).toContain("<h1>run &lt;7&gt;: where the test error comes from</h1>");
    expect(page).toContain("under night");
    expect(page.match(/<svg role="img" aria-label="[^"]{20}/g)).toHaveLength(4);
  });

  test("gives every colour of its drawings two values, for light and for dark", () => {
    const page = readFileSync(at("report.html"), "utf8");
    const used = new Set([...page.matchAll(/var\((--c[0-9a-f]{6})\)/g)].map(([, name]) => name!));
    expect(used.size).toBeGreaterThan(8);
    for (const name of used) expect(page.split(`${name}:`)).toHaveLength(3);
    expect(page.slice(page.indexOf("<body>"))).not.toMatch(/rgb\(|#[0-9a-f]{6}\b/i);
  });
});

test("decompose LOG… --report FILE.md writes the same in characters", async () => {
  expect((await decompose("--report", at("report.md"), "--json")).code).toBe(0);
  const text = readFileSync(at("report.md"), "utf8");
  expect(text).toMatch(
    /^# run <7>: where the test error comes from\n\n## What to do next\n\nFirst distribution shift: it is /,
  );
  expect(text).toContain("| distribution shift | 10.0 | ");
  expect(text).toContain("└ night = 1");
});

test("--target says when to stop", async () => {
  await decompose("--report", at("stop.md"), "--target", "0.2");
  expect(readFileSync(at("stop.md"), "utf8")).toContain(
    "Stop: the test error of 15.0 % is at the target, beyond chance.",
  );
});

test("another ending is refused before the work begins, with the one to write", async () => {
  const { code, err } = await decompose("--report", at("report.pdf"));
  expect([code, err]).toEqual([2, expect.stringMatching(/ends in \.html or \.md\.\n.*report\.html\./)]);
  expect(existsSync(at("report.pdf"))).toBe(false);
});

test("in the dark, white becomes nearly black, black nearly white, and blue stays blue", () => {
  const { svg, colours } = themedSvg(
    '<g style="fill: rgb(255, 255, 255)"/><g style="stroke: #000000; fill: rgb(0, 114, 178)"/>',
  );
  expect(svg).toBe(
    '<g style="fill: var(--cffffff)"/><g style="stroke: var(--c000000); fill: var(--c0072b2)"/>',
  );
  expect(Object.fromEntries(colours)).toEqual({
    "--cffffff": { light: "#ffffff", dark: "hsl(0 0% 9%)" },
    "--c000000": { light: "#000000", dark: "hsl(0 0% 95%)" },
    "--c0072b2": { light: "#0072b2", dark: "hsl(202 85% 65%)" },
  });
});
