import { loadOptional } from "../load-optional.js";

/** A value that SQLite keeps. */
export type SqlValue = number | bigint | string | null;

/** A row by its columns' names. */
export type Row = Readonly<Record<string, SqlValue>>;

/** A statement that was compiled once. */
export interface SqlStatement {
  run(...values: readonly SqlValue[]): {
    readonly changes: number | bigint;
    readonly lastInsertRowid: number | bigint;
  };
  get(...values: readonly SqlValue[]): Row | undefined;
  all(...values: readonly SqlValue[]): Row[];
}

/** What we use of a connection: the calls that Node's own SQLite and its twin for Node 20 share. */
export interface SqlConnection {
  exec(sql: string): void;
  prepare(sql: string): SqlStatement;
  close(): void;
}

/** Opens a file; made where it is not there. */
export type SqlConnect = new (path: string, options?: { readonly readOnly?: boolean }) => SqlConnection;

/**
 * Node's own SQLite from 22.13; before, the same calls from a package with its binaries inside.
 *
 * @param purpose - what it is for, in the message of who lacks the package; defaults to studies in a file
 * @throws UsageError on Node 20 where the package is not installed
 */
export async function sqliteModule(purpose = "studies in a file"): Promise<SqlConnect> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const builtIn = major > 22 || (major === 22 && minor >= 13);
  const { DatabaseSync } = builtIn
    ? await withoutItsWarning(() => load("node:sqlite"))
    : await loadOptional(
        "@photostructure/sqlite@1",
        `${purpose} on Node 20 (newer ones have SQLite built in)`,
        () => load("@photostructure/sqlite"),
      );
  return DatabaseSync;
}

/** By a name that the compiler does not follow: the types of Node 20 know no `node:sqlite`. */
function load(name: string): Promise<{ DatabaseSync: SqlConnect }> {
  return import(name) as Promise<{ DatabaseSync: SqlConnect }>;
}

/** Node 22 warns that its SQLite may change; what we use of it is tested on each version. */
async function withoutItsWarning<T>(work: () => Promise<T>): Promise<T> {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (String(warning).includes("SQLite")) return;
    (emitWarning as (...args: unknown[]) => void).call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return await work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
