import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import type { TrialRecord } from "../../../lib/search/index.js";
import { essence, runSteadily, steadyStudy } from "./steady-study.js";

test("a study that is killed again and again in the middle of a statement loses nothing that was finished, and goes on bit for bit as if it never stopped", async () => {
  const folder = mkdtempSync(join(tmpdir(), "killed-"));
  const path = join(folder, "studies.db");
  const random = randomSource(0, "kills");
  let finished: TrialRecord[] = [];
  for (let kill = 0; kill < 3; kill++) {
    const args = [
      "--import",
      "tsx",
      "test/search/durability/killed-program.ts",
      path,
      "40",
      `${60 + Math.floor(60 * random())}`,
    ];
    expect(spawnSync(process.execPath, args, { stdio: "inherit" }).signal).toBe("SIGKILL");
    const study = await steadyStudy(path);
    const trials = study.trials as readonly TrialRecord[];
    expect(trials.slice(0, finished.length).map(essence)).toEqual(finished.map(essence));
    finished = trials.filter(({ state }) => state !== "running");
    study.close();
  }
  expect(finished.length).toBeGreaterThan(0); // how many, the clock decides: heartbeats are statements, too

  const [resumed, never] = [await steadyStudy(path), await steadyStudy(":memory:")];
  await runSteadily(resumed, 40);
  await runSteadily(never, 40);
  expect((resumed.trials as readonly TrialRecord[]).map(essence)).toEqual(
    (never.trials as readonly TrialRecord[]).map(essence),
  );
  expect(new Set(resumed.trials.map(({ state }) => state))).toEqual(new Set(["complete", "pruned"]));
  resumed.close();
  rmSync(folder, { recursive: true });
});
