import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import type { TrialRecord } from "../../../lib/search/index.js";
import { Database } from "../../../lib/search/stores/sqlite/database.js";
import { everyPart } from "./every-part.mjs";
import { essence, runSteadily, steadyStudy } from "./steady-study.js";

const trials = 24;

const records = (study: Awaited<ReturnType<typeof steadyStudy>>) =>
  (study.trials as readonly TrialRecord[]).map(essence);

class Crash extends Error {}

/** From now on the n-th statement that is written fails, and with it everything after. */
function crashAt(statement: number): void {
  let left = statement;
  const { run } = Database.prototype;
  vi.spyOn(Database.prototype, "run").mockImplementation(function (this: Database, ...args) {
    if (left-- <= 0) throw new Crash();
    return run.apply(this, args);
  });
}

afterEach(() => void vi.restoreAllMocks());

test.each(Object.keys(everyPart))(
  "with %s, a study that crashed at any statement goes on bit for bit",
  async (name) => {
    const never = await steadyStudy(":memory:", everyPart[name]!());
    await runSteadily(never, trials);
    const folder = mkdtempSync(join(tmpdir(), "crashed-"));
    const random = randomSource(0, "crashes", name);
    let crashes = 0;
    for (let done = false; !done; ) {
      const study = await steadyStudy(join(folder, "studies.db"), everyPart[name]!());
      if (crashes < 12) crashAt(20 + Math.floor(80 * random()));
      done = await runSteadily(study, trials).then(
        () => true,
        (error) => {
          if (!(error instanceof Crash)) throw error;
          return false;
        },
      );
      crashes++;
      vi.restoreAllMocks();
      if (done) expect(records(study)).toEqual(records(never));
      study.close(); // its trials are nobody's now
    }
    expect(crashes).toBeGreaterThan(3);
    rmSync(folder, { recursive: true });
  },
);
