import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sqliteModule, UsageError } from "../../../lib/core/index.js";
import { Database } from "../../../lib/search/stores/sqlite/database.js";
import { prepareSchema } from "../../../lib/search/stores/sqlite/prepare-schema.js";
import { optunaTables } from "../../../lib/search/stores/sqlite/schema.js";
import { sqliteStore } from "../../../lib/search/stores/sqlite/sqlite-store.js";
import { SqliteStudy } from "../../../lib/search/stores/sqlite/sqlite-study.js";
import { storageError } from "../../../lib/search/stores/sqlite/storage-error.js";

let folder: string;
let path: string;
const settings = { name: "s", direction: "minimize", seed: 0 } as const;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "refused-"));
  path = join(folder, "studies.db");
});

afterEach(() => rmSync(folder, { recursive: true }));

async function sql(...statements: string[]): Promise<void> {
  const connection = new (await sqliteModule())(path);
  for (const statement of statements) connection.exec(statement);
  connection.close();
}

/** A file with finished trials. */
async function filled(trials: number): Promise<void> {
  const store = await sqliteStore(path);
  const study = store.create(settings);
  for (let i = 0; i < trials; i++)
    study.finish(study.begin(i, trials)!, { state: "complete", value: i, ended: i });
  store.close();
}

async function refusal(): Promise<string> {
  const error = await sqliteStore(path).then(
    (store) => {
      store.close();
      return undefined;
    },
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).got;
}

test("a database of something else is refused, and stays as it is", async () => {
  await sql("CREATE TABLE customers (name TEXT)");
  const before = readFileSync(path);
  expect(await refusal()).toContain("it holds the tables customers");
  expect(readFileSync(path)).toEqual(before);
});

test("tables of another version of Optuna's are refused by their name", async () => {
  await filled(1);
  await sql("UPDATE alembic_version SET version_num = 'v9.0.0.a'");
  expect(await refusal()).toContain("Optuna's version v9.0.0.a");
});

test("tables of a later version of ours are refused", async () => {
  await filled(1);
  await sql("UPDATE pessimist_version SET version = 2");
  expect(await refusal()).toContain("a newer deep-pessimist");
});

test("a file that is no database, a cut one and a missing folder are told apart", async () => {
  writeFileSync(path, "once upon a time, ".repeat(100));
  expect(await refusal()).toContain("is not an SQLite database");
  rmSync(path);
  await filled(50);
  truncateSync(path, 20_000);
  expect(await refusal()).toContain("is damaged");
  path = join(folder, "no", "studies.db");
  expect(await refusal()).toContain(`there is no folder ${join(folder, "no")}`);
  path = folder;
  expect(await refusal()).toBe(`${folder} is a folder.`);
});

test("an error that comes without SQLite's code is known by its words", () => {
  const error = storageError("studies.db", new Error("database disk image is malformed"));
  expect((error as UsageError).got).toContain("studies.db is damaged");
  const other = new Error("no such table");
  expect(storageError("studies.db", other)).toBe(other);
});

/** What lies in the folder, byte for byte. */
const contents = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "base64")]);

test("who only looks at a file changes nothing: neither an empty one, nor Optuna's, nor one of ours", async () => {
  const looked = async () => {
    const before = contents();
    const store = await sqliteStore(path, { readOnly: true });
    const found = store.names().map((name) => store.load(name)!.trials().length);
    expect(() => store.create({ ...settings, name: "new" })).toThrow("cannot be written");
    store.close();
    expect(contents()).toEqual(before);
    return found;
  };
  writeFileSync(path, "");
  expect(await looked()).toEqual([]);
  await sql(optunaTables, "INSERT INTO studies VALUES (1, 'theirs')");
  expect(await looked()).toEqual([0]);
  rmSync(path);
  await filled(3);
  expect(await looked()).toEqual([3]);
});

test("who looks at a file while a study runs sees what has ended so far", async () => {
  const running = await sqliteStore(path);
  const study = running.create(settings);
  study.finish(study.begin(0, 9)!, { state: "complete", value: 1, ended: 1 });
  const looking = await sqliteStore(path, { readOnly: true });
  expect(looking.load("s")!.trials()).toMatchObject([{ state: "complete", value: 1 }]);
  looking.close();
  running.close();
});

test("a file that may only be read says so at the first write", async () => {
  await filled(1);
  const readOnly = new Database(await sqliteModule(), `file:${path}?mode=ro`);
  const study = new SqliteStudy(readOnly, 1, settings, "nobody");
  expect(study.trials()).toHaveLength(1);
  expect(() => study.begin(0, 9)).toThrow("the file or its folder is read-only");
  readOnly.close();
});

test("a file that somebody holds locked says so when patience is over", async () => {
  await filled(1);
  const holder = new Database(await sqliteModule(), path);
  const waiter = new Database(await sqliteModule(), path, { patience: 20 });
  const study = new SqliteStudy(waiter, 1, settings, "nobody");
  holder.exec("BEGIN IMMEDIATE");
  expect(() => study.begin(0, 9)).toThrow("was locked by another process for too long");
  holder.exec("ROLLBACK");
  expect(study.begin(0, 9)!.number).toBe(1); // and it goes on where it was
  for (const database of [holder, waiter]) database.close();
});

test("a full disk loses no finished trial, and the study goes on when there is room", async () => {
  const database = new Database(await sqliteModule(), path);
  prepareSchema(database);
  const id = database.run("INSERT INTO studies (study_name) VALUES ('s')").id;
  const study = new SqliteStudy(database, id, settings, "nobody");
  const limit = (pages: number) => database.all(`PRAGMA max_page_count = ${pages}`);
  limit(60);
  let told = 0;
  const run = () => {
    for (;;) {
      const trial = study.begin(told, 10_000)!;
      study.setAttribute(trial, "text", "x".repeat(500));
      study.finish(trial, { state: "complete", value: told, ended: told });
      told++;
    }
  };
  expect(run).toThrow("the disk of");
  expect(told).toBeGreaterThan(20);
  limit(1000);
  const complete = () => study.trials().filter(({ state }) => state === "complete");
  expect(complete().map(({ value }) => value)).toEqual(Array.from({ length: told }, (_, i) => i));
  const next = study.trials().find(({ state }) => state === "running") ?? study.begin(0, 10_000)!;
  expect(study.finish(next, { state: "complete", value: 0, ended: 0 })).toBe(true);
  database.close();
});
