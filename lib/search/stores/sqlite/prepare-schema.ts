import { UsageError } from "../../../core/index.js";
import type { Database } from "./database.js";
import { optunaRevision, optunaTables, ownRevision, ownTables } from "./schema.js";

/**
 * Makes the tables of an empty file, adds ours to a file of Optuna's, and refuses any other, which stays as it is. A file
 * that is looked at alone gets them in memory. It may be done again where another process was in its way.
 *
 * @throws UsageError for a database that is not ours nor Optuna's, or of a version that we do not know
 */
export function prepareSchema(database: Database): void {
  const made = missing(database);
  if (database.isReadOnly) {
    database.exec("PRAGMA temp_store = MEMORY");
    const tables = made.flatMap((sql) => sql.match(/CREATE TABLE [^;]*;/g) ?? []);
    for (const table of tables) database.exec(table.replace("TABLE", "TEMP TABLE"));
    return;
  }
  database.useWriteAheadLog(); // not before: this writes to the file
  if (made.length === 0) return;
  database.transaction(() => {
    for (const tables of missing(database)) database.exec(tables); // another process may have been faster
  });
}

/** The tables that are to be made. */
function missing(database: Database): string[] {
  const names = database
    .all("SELECT name FROM sqlite_master WHERE type = 'table'")
    .map(({ name }) => `${name}`);
  if (names.length === 0) return [optunaTables, ownTables];
  if (!names.includes("alembic_version") || !names.includes("studies"))
    throw unknown(database.path, `it holds the tables ${names.slice(0, 5).join(", ")}`);
  const revision = database.get("SELECT version_num FROM alembic_version")?.version_num;
  if (revision !== optunaRevision)
    throw unknown(database.path, `its tables are of Optuna's version ${revision}`);
  if (!names.includes("pessimist_version")) return [ownTables];
  const own = database.get("SELECT version FROM pessimist_version")?.version;
  if (own !== ownRevision)
    throw unknown(database.path, `it was written by a newer deep-pessimist (tables ${own})`);
  return [];
}

function unknown(path: string, what: string): UsageError {
  return new UsageError({
    got: `${path} is no study file that we know: ${what}.`,
    expected: `a file of this library's, or of Optuna's from 3.2 on (tables ${optunaRevision}).`,
    fix: `choose another path; an old file of Optuna's is renewed by: optuna storage upgrade --storage sqlite:///${path}`,
  });
}
