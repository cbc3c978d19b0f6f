import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "own-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

function example(name: string, ...args: string[]) {
  return spawnSync(process.execPath, ["node_modules/tsx/dist/cli.mjs", `examples/${name}.ts`, ...args], {
    ...{ encoding: "utf8", timeout: 100_000 },
    env: { ...process.env, SAMPLES: "500", EPOCHS: "2" },
  });
}

beforeAll(() => {
  expect(example("sample-files", folder).stdout).toMatch(/crossings\.csv: 500 rows\n.*walks\.csv: \d+ rows/);
});

test.each([
  ["own-table", "crossings.csv", "500 rows of 12 features: crosses or waits?"],
  ["own-sequence", "walks.csv", "500 sequences of 8 to 24 steps, 4 numbers each"],
])("examples/%s.ts goes from a file of one's own to the next step", (name, file, told) => {
  const { status, stdout } = example(name, join(folder, file));
  expect(stdout).toContain(told);
  expect(stdout).toMatch(
    /logistic regression: error .*[\s\S]*clean: nothing wrong was found[\s\S]*Test error[\s\S]*What the data cannot say/,
  );
  expect(status).toBe(0);
});

test("examples/own-table.ts without a file says what to type", () => {
  const { status, stderr } = example("own-table");
  expect(stderr).toContain("Say which file: npx tsx examples/own-table.ts path/to/table.csv");
  expect(status).toBe(1);
});
