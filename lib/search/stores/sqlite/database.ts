import type { Row, SqlConnect, SqlConnection, SqlStatement, SqlValue } from "../../../core/index.js";
import { openConnection } from "./open-connection.js";
import { storageError } from "./storage-error.js";

/** How a file is shared. */
export interface DatabaseOptions {
  /** Milliseconds that a transaction waits for another process's; defaults to 20,000, for they take less than one. */
  readonly patience?: number;
  /** Whether the file is looked at alone, and stays as it is; defaults to false. */
  readonly readOnly?: boolean;
}

/** A connection whose writes are short transactions and whose errors are messages for people. */
export class Database {
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly #patience: number;
  readonly #connection: SqlConnection;
  readonly #statements = new Map<string, SqlStatement>();

  constructor(
    connect: SqlConnect,
    path: string,
    { patience = 20_000, readOnly = false }: DatabaseOptions = {},
  ) {
    this.path = path;
    this.isReadOnly = readOnly;
    this.#patience = patience;
    this.#connection = openConnection(connect, path, readOnly);
    try {
      this.#explained(() => this.#connection.exec(`PRAGMA busy_timeout = ${patience}`));
      this.#explained(() => this.#connection.exec("PRAGMA synchronous = NORMAL"));
    } catch (error) {
      this.#connection.close();
      throw error;
    }
  }

  /** Several statements without values. */
  exec(sql: string): void {
    this.#explained(() => this.#connection.exec(sql));
  }

  run(sql: string, ...values: readonly SqlValue[]): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#explained(() => this.#statement(sql).run(...values));
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#explained(() => this.#statement(sql).get(...values));
  }

  all(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#explained(() => this.#statement(sql).all(...values));
  }

  /** All or nothing. It takes the write lock at once: one that is taken later may fail with the work half done. */
  transaction<T>(work: () => T): T {
    if (this.isReadOnly) throw storageError(this.path, { errcode: 8 });
    this.run("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.run("COMMIT");
      return result;
    } catch (error) {
      try {
        this.#connection.exec("ROLLBACK");
      } catch {} // a full disk has rolled it back already
      throw error;
    }
  }

  /** A number that changes when another connection has written. */
  get version(): number {
    return Number(this.get("PRAGMA data_version")!.data_version);
  }

  /**
   * Readers and a writer then do not wait for each other. To switch to it needs the file alone, for which SQLite does not
   * wait, and several processes may open a new file at once.
   */
  useWriteAheadLog(): void {
    const end = performance.now() + this.#patience;
    for (;;) {
      try {
        this.#connection.exec("PRAGMA journal_mode = WAL");
        return;
      } catch (error) {
        const isBusy = ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;
        if (!isBusy || performance.now() > end) throw storageError(this.path, error);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  }

  /** Moves what the log holds into the file, so that the file alone can be copied, and closes. */
  close(): void {
    try {
      this.#connection.exec("PRAGMA busy_timeout = 100");
      this.#connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch {} // somebody reads it: the log stays beside the file, and nothing is lost
    this.#statements.clear();
    this.#connection.close();
  }

  #statement(sql: string): SqlStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #explained<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storageError(this.path, error);
    }
  }
}
