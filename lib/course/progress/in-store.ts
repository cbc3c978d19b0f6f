import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type SqlConnect, type SqlConnection, sqliteModule } from "../../core/index.js";
import { progressFile } from "./progress-file.js";
import { storeTrouble } from "./store-trouble.js";

/** One row a prediction and one an exercise; a question's first result closes it. */
const tables = `
  CREATE TABLE IF NOT EXISTS predictions (
    question TEXT PRIMARY KEY, answer TEXT, sure REAL, committed TEXT, result TEXT, bits REAL);
  CREATE TABLE IF NOT EXISTS exercises (
    exercise TEXT PRIMARY KEY, attempts INTEGER NOT NULL, hints INTEGER NOT NULL, shown INTEGER NOT NULL, solved TEXT);
`;

/** What could not be written to a file is remembered here, by the file's path, until the process ends. */
const remembered = new Map<string, SqlConnection>();

/**
 * Reads or writes the learner's progress. The file is opened for each piece of work, so that two notebooks may share it.
 *
 * Where the file cannot be used, a warning says so once, and the work is done in memory: a lesson does not stop for it.
 *
 * @throws UsageError on Node 20 where the SQLite package is not installed
 */
export async function inStore<T>(work: (connection: SqlConnection) => T): Promise<T> {
  const connect = await sqliteModule("predictions and progress");
  const path = progressFile();
  const memory = remembered.get(path);
  if (memory !== undefined) return work(memory);
  try {
    mkdirSync(dirname(path), { recursive: true });
    return inTransaction(connect, path, work);
  } catch (error) {
    console.warn(storeTrouble(path, error));
    const substitute = new connect(":memory:");
    substitute.exec(tables);
    remembered.set(path, substitute);
    return work(substitute);
  }
}

function inTransaction<T>(connect: SqlConnect, path: string, work: (connection: SqlConnection) => T): T {
  const connection = new connect(path);
  try {
    connection.exec("PRAGMA busy_timeout = 2000");
    connection.exec("BEGIN IMMEDIATE");
    connection.exec(tables);
    const result = work(connection);
    connection.exec("COMMIT");
    return result;
  } finally {
    connection.close();
  }
}

/** Begins anew with the file, in the process that calls it. */
export function forgetRemembered(): void {
  for (const connection of remembered.values()) connection.close();
  remembered.clear();
}
