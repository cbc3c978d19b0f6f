import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createStudy } from "../../../lib/search/index.js";

const run = promisify(execFile);

test("four processes on one new file meet no lock and share out the numbers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shared-"));
  const path = join(folder, "studies.db");
  const args = ["--import", "tsx", "test/search/durability/asking-program.ts", path, "100"];
  const printed = await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, args)));
  const numbers = printed.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
  const all = Array.from({ length: 400 }, (_, i) => i);
  expect(numbers.sort((a, b) => a - b)).toEqual(all);
  const study = await createStudy({ name: "shared", storage: path });
  expect(study.trials.map(({ number }) => number)).toEqual(all);
  expect(
    study.trials.every(({ state, value, parameters }) => state === "complete" && value === parameters.x),
  ).toBe(true);
  study.close();
  rmSync(folder, { recursive: true });
});
