import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type SqlConnection, sqliteModule } from "../../../lib/core/index.js";
import { createStudy, type Pruner } from "../../../lib/search/index.js";
import { Database } from "../../../lib/search/stores/sqlite/database.js";

let folder: string;
let storage: string;
/** Another program: here it is in the same process, so that what blocks the event loop would never see it let go. */
let holder: SqlConnection;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "locked-"));
  storage = join(folder, "studies.db");
  holder = new (await sqliteModule())(storage);
});

afterEach(() => {
  holder.close();
  rmSync(folder, { recursive: true });
});

const lock = () => holder.exec("BEGIN IMMEDIATE");
const letGoSoon = () => setTimeout(() => holder.exec("ROLLBACK"), 20);

test("a file that another program holds is opened, and gets its study, when that lets go", async () => {
  lock();
  letGoSoon();
  (await createStudy({ name: "first", storage })).close();
  lock();
  letGoSoon();
  const second = await createStudy({ name: "second", storage });
  expect(second.trials).toEqual([]);
  second.close();
});

test("trials begin, report and end, here and in child processes, when another program lets the file go", async () => {
  const again = () => {
    lock();
    letGoSoon();
  };
  const pruner: Pruner = {
    name: "again",
    shouldPrune() {
      again();
      return false;
    },
  };
  const study = await createStudy({ name: "waits", storage, pruner });
  const objective = () => {
    again();
    return 1;
  };
  again();
  await study.optimize(objective, { trials: 1 });
  again();
  await study.optimize(new URL("../queue/steady-objective.ts", import.meta.url), { trials: 2 });
  expect(study.trials.map(({ state, attempt }) => [state, attempt])).toEqual([
    ["complete", 1],
    ["complete", 1],
  ]);
  study.close();
});

test("a study that waits for a file hears that it is stopped", async () => {
  const study = await createStudy({ name: "stopped", storage });
  lock();
  expect(await study.optimize(() => 1, { trials: 1, signal: AbortSignal.timeout(20) })).toBeUndefined();
  holder.exec("ROLLBACK");
  expect(study.trials).toEqual([]);
  study.close();
});

test("patience ends, and what is wrong is said", async () => {
  const database = new Database(await sqliteModule(), storage, { patience: 20 });
  lock();
  await expect(database.patiently(() => database.transaction(() => {}))).rejects.toThrow(
    "was locked by another process for too long",
  );
  holder.exec("ROLLBACK");
  expect(await database.patiently(() => 1)).toBe(1);
  database.close();
});
